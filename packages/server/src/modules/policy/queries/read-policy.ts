import type { PolicySummary, PolicyVersion } from '@zhiping/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';

/** Persons who must approve before a version is published. */
export const APPROVALS = 2;

export interface StoredPolicy extends PolicyVersion {
  readonly approvedBy: readonly string[];
}

function versions(ctx: Ctx) {
  return ctx.tx
    .selectFrom('policy_version as v')
    .leftJoin('policy_approval as a', (join) => join.onRef('a.pack', '=', 'v.pack').onRef('a.number', '=', 'v.number'))
    .select([
      'v.pack',
      'v.number',
      'v.kind',
      'v.name',
      'v.hash',
      'v.imported_at as importedAt',
      sql<string | null>`case when count(a.person_id) >= ${APPROVALS} then max(a.approved_at) end`.as('publishedAt'),
      sql<string[]>`coalesce(array_agg(a.person_id) filter (where a.person_id is not null), '{}')`.as('approvedBy'),
    ])
    .groupBy(['v.pack', 'v.number'])
    .orderBy('v.pack')
    .orderBy('v.number', 'desc');
}

export type PolicyAsked =
  | { readonly by: 'latest'; readonly pack: string }
  | { readonly by: 'number'; readonly pack: string; readonly number: number }
  | { readonly by: 'hash'; readonly hash: string };

/** One version with its content, published or not; `latest` means the latest published. Null where there is none. */
export async function findPolicy(ctx: Ctx, asked: PolicyAsked): Promise<StoredPolicy | null> {
  const all = versions(ctx).select('v.content');
  switch (asked.by) {
    case 'latest': {
      const query = all
        .where('v.pack', '=', asked.pack)
        .having((eb) => eb(eb.fn.count('a.person_id'), '>=', APPROVALS));
      return opened(await query.limit(1).executeTakeFirst());
    }
    case 'number':
      return opened(await all.where('v.pack', '=', asked.pack).where('v.number', '=', asked.number).executeTakeFirst());
    case 'hash':
      return opened(await all.where('v.hash', '=', asked.hash).executeTakeFirst());
  }
}

function opened(
  row: (PolicySummary & { readonly content: string; readonly approvedBy: readonly string[] }) | undefined,
): StoredPolicy | null {
  return row ? { ...row, content: JSON.parse(row.content) as PolicyVersion['content'] } : null;
}

/** The latest published version of every pack. */
export async function listPublished(ctx: Ctx): Promise<readonly PolicySummary[]> {
  const all = await versions(ctx).execute();
  const published = all.filter(({ publishedAt }) => publishedAt !== null);
  return published.filter(({ pack }, index) => published.findIndex((other) => other.pack === pack) === index);
}

/** Versions that wait for approval. */
export async function listDrafts(ctx: Ctx): Promise<readonly (PolicySummary & { readonly approvedBy: string[] })[]> {
  const all = await versions(ctx).execute();
  return all.filter(({ publishedAt }) => publishedAt === null);
}

/** Every published version of a pack, newest first. */
export async function listVersions(ctx: Ctx, pack: string): Promise<readonly PolicySummary[]> {
  const all = await versions(ctx).where('v.pack', '=', pack).execute();
  return all.filter(({ publishedAt }) => publishedAt !== null);
}

/** Every version of every pack, drafts included, newest first in each. */
export async function listAll(ctx: Ctx): Promise<readonly (PolicySummary & { readonly approvedBy: string[] })[]> {
  return versions(ctx).execute();
}

/** The newest version of every pack, published or not. */
export async function listNewest(ctx: Ctx): Promise<readonly PolicySummary[]> {
  const all = await listAll(ctx);
  return all.filter(({ pack }, index) => all.findIndex((other) => other.pack === pack) === index);
}

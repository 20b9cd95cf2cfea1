import type { PolicySummary, PolicyVersion } from '@zhiping/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import type { Installation } from '../../../installation.ts';

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
  const found = await askedFor(ctx, asked).limit(1).executeTakeFirst();
  return found ? { ...found, content: await contentOf(ctx, found) } : null;
}

function askedFor(ctx: Ctx, asked: PolicyAsked) {
  const all = versions(ctx);
  switch (asked.by) {
    case 'latest':
      return all.where('v.pack', '=', asked.pack).having((eb) => eb(eb.fn.count('a.person_id'), '>=', APPROVALS));
    case 'number':
      return all.where('v.pack', '=', asked.pack).where('v.number', '=', asked.number);
    case 'hash':
      return all.where('v.hash', '=', asked.hash);
  }
}

type Content = PolicyVersion['content'];
/** Contents by their hash, those read last behind: hundreds of kilobytes each, and a version never changes. */
const READ = new WeakMap<Installation, Map<string, Content>>();
const KEPT = 64;

async function contentOf(
  ctx: Ctx,
  { pack, number, hash }: Pick<PolicySummary, 'pack' | 'number' | 'hash'>,
): Promise<Content> {
  const read = READ.get(ctx.installation) ?? new Map<string, Content>();
  READ.set(ctx.installation, read);
  const known = read.get(hash);
  const content = known ?? (await readContent(ctx, pack, number));
  read.delete(hash);
  read.set(hash, content);
  const [oldest] = read.keys();
  if (read.size > KEPT && oldest !== undefined) read.delete(oldest);
  return content;
}

async function readContent(ctx: Ctx, pack: string, number: number): Promise<Content> {
  const row = await ctx.tx
    .selectFrom('policy_version')
    .select('content')
    .where('pack', '=', pack)
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  return JSON.parse(row.content) as Content;
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

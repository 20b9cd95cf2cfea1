import type { AccessLine, PrivacyConsent, PrivacyNotice } from '@zhiping/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';

/** The notice that stands; null before the first. */
export async function currentNotice(ctx: Ctx): Promise<PrivacyNotice | null> {
  const notice = await ctx.tx
    .selectFrom('privacy_notice')
    .select(['version', 'title', 'body', 'sensitive', 'published_at as publishedAt'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return notice ?? null;
}

/** Consents of a person, latest first, at most 50. */
export function readConsents(ctx: Ctx, personId: string): Promise<PrivacyConsent[]> {
  return ctx.tx
    .selectFrom('privacy_consent')
    .select(['id', 'kind', 'version', 'given_at as givenAt', 'withdrawn_at as withdrawnAt'])
    .where('person_id', '=', personId)
    .orderBy('id', 'desc')
    .limit(50)
    .execute();
}

/** Who looked at a person's data, latest first, a page by key. */
export async function readAccess(
  ctx: Ctx,
  personId: string,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<{ items: AccessLine[]; next: string | null }> {
  const rows = await ctx.tx
    .selectFrom('access_log as l')
    .innerJoin('person as p', 'p.id', 'l.by_person')
    .select(['l.id', 'l.at', 'l.what', 'p.name as byName'])
    .select(
      sql<string>`coalesce((select name from unit where id = l.subject_id), (select name from organiser where id = l.subject_id),
        (select name from authority where id = l.subject_id), (select name from association where id = l.subject_id), '')`.as(
        'organisation',
      ),
    )
    .where('l.person_id', '=', personId)
    .$if(after !== undefined, (query) => query.where('l.id', '<', after ?? ''))
    .orderBy('l.id', 'desc')
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

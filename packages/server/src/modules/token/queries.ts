import type { ApiToken } from '@zhiping/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';

type Listed = ApiToken & { readonly personName: string; readonly username: string };

/** Tokens of a person, or of everybody where `personId` is null, the latest first, a page by key. Runs as the platform. */
export async function listTokens(
  ctx: Ctx,
  asked: { readonly personId: string | null; readonly after?: string | undefined; readonly limit: number },
): Promise<{ items: Listed[]; next: string | null }> {
  const rows = await ctx.tx
    .selectFrom('api_token as t')
    .innerJoin('person as p', 'p.id', 't.person_id')
    .innerJoin('account as a', 'a.person_id', 't.person_id')
    .select(['t.id', 't.name', 't.relation', 't.actions', 't.created_at as createdAt', 't.expires_at as expiresAt'])
    .select(['t.last_used_at as lastUsedAt', 't.revoked_at as revokedAt', 'p.name as personName', 'a.username'])
    .select(
      sql<string>`coalesce((select name from unit where id = t.subject_id),
        (select name from organiser where id = t.subject_id), (select name from authority where id = t.subject_id),
        (select name from association where id = t.subject_id), '')`.as('subjectName'),
    )
    .select(
      sql<boolean>`t.revoked_at is null and t.expires_at > ${ctx.systemNow} and exists (select from relation r
        where r.person_id = t.person_id and r.relation = t.relation and r.subject_id = t.subject_id
          and r.ended_at is null)`.as('active'),
    )
    .$if(asked.personId !== null, (query) => query.where('t.person_id', '=', asked.personId ?? ''))
    .$if(asked.after !== undefined, (query) => query.where('t.id', '<', asked.after ?? ''))
    .orderBy('t.id', 'desc')
    .limit(asked.limit + 1)
    .execute();
  const items = rows.slice(0, asked.limit);
  return { items, next: rows.length > asked.limit ? (items.at(-1)?.id ?? null) : null };
}

import type { DelegationLine } from '@zhiping/contract';
import { dateAt } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import { hashToken } from '../../http/session-cookie.ts';
import type { Delegation } from './take.ts';

const nameOf = sql<string>`coalesce((select name from unit where id = d.subject_id),
  (select name from organiser where id = d.subject_id), (select name from authority where id = d.subject_id),
  (select name from association where id = d.subject_id), '')`;

/** What a person gave and took, the latest first, a page by key. */
export async function listDelegations(
  ctx: Ctx,
  personId: string,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<{ items: DelegationLine[]; next: string | null }> {
  const rows = await ctx.tx
    .selectFrom('delegation as d')
    .innerJoin('person as giver', 'giver.id', 'd.from_person')
    .innerJoin('relation as r', 'r.id', 'd.relation_id')
    .selectAll('d')
    .select(['giver.name as giverName', 'r.ended_at as relationEnded', nameOf.as('subjectName')])
    .where((eb) => eb.or([eb('d.from_person', '=', personId), eb('d.to_person', '=', personId)]))
    .$if(after !== undefined, (query) => query.where('d.id', '<', after ?? ''))
    .orderBy('d.id', 'desc')
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit).map((row): DelegationLine => {
    const given = row.from_person === personId;
    return {
      id: row.id,
      kind: row.kind,
      given,
      relation: row.relation,
      subjectName: row.subjectName,
      name: given ? row.name : row.giverName,
      firstDay: row.first_day,
      lastDay: row.last_day,
      reason: row.reason,
      state: stateOf(ctx, row, row.relationEnded !== null),
      createdAt: row.created_at,
    };
  });
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** Where a delegation stands today; one of a post that is no longer held has ended. */
function stateOf(ctx: Ctx, row: Delegation, relationEnded: boolean): DelegationLine['state'] {
  if (row.taken_at === null) {
    return row.ended_at !== null || row.offer_expires_at <= ctx.systemNow ? 'lapsed' : 'offered';
  }
  if (row.kind === 'handover') return 'done';
  if (row.ended_at !== null || relationEnded) return 'ended';
  const today = dateAt(row.organiser_id === null ? ctx.businessNow : ctx.businessNowOf(row.organiser_id));
  if (today < row.first_day) return 'coming';
  return today > row.last_day ? 'ended' : 'standing';
}

/** An offer by the secret of its link, with the names to show; null where there is none. Runs as the platform. */
export async function offerOf(ctx: Ctx, token: string) {
  const row = await ctx.tx
    .selectFrom('delegation as d')
    .innerJoin('person as giver', 'giver.id', 'd.from_person')
    .selectAll('d')
    .select(['giver.name as giverName', nameOf.as('subjectName')])
    .where('d.token_hash', '=', Buffer.from(hashToken(token), 'hex'))
    .executeTakeFirst();
  return row ?? null;
}

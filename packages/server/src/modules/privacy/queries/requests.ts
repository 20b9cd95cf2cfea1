import { AppError, type PrivacyRequest } from '@zhiping/contract';
import type { TargetFacts } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';

export interface RequestTarget extends TargetFacts {
  readonly id: string;
}

/** A request as the permission table sees it: its state is the stage. Looks past row level security: the desk is no party. */
export async function loadRequest(
  ctx: Ctx,
  { requestId }: { readonly requestId: string },
): Promise<RequestTarget | null> {
  const row = await ctx.asPlatform(() =>
    ctx.tx
      .selectFrom('privacy_request')
      .select(['id', 'state', 'person_id'])
      .where('id', '=', requestId)
      .executeTakeFirst(),
  );
  return row === undefined ? null : { stage: row.state, applicantPersonId: row.person_id, id: row.id };
}

/** What stands in the place of a text whose period is over. */
const ERASED = '（内容已按保存期限销毁）';

function requests(ctx: Ctx) {
  return ctx.tx
    .selectFrom('privacy_request as r')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .select(sql<string>`case when r.erased_at is null then r.text else ${ERASED} end`.as('text'))
    .select(['r.id', 'r.number', 'r.kind', 'r.state', 'r.created_at as createdAt', 'r.due_at as dueAt'])
    .select(['r.answer', 'r.answered_at as answeredAt', 'p.name as personName'])
    .select(sql<boolean>`r.state = 'received' and r.due_at < ${ctx.systemNow}`.as('overdue'));
}

export async function viewRequest(ctx: Ctx, id: string): Promise<PrivacyRequest> {
  const found = await requests(ctx).where('r.id', '=', id).executeTakeFirst();
  if (!found) throw new AppError('NOT_FOUND');
  return found;
}

/** What a person asked, latest first, at most 50. */
export function ownRequests(ctx: Ctx, personId: string): Promise<PrivacyRequest[]> {
  return requests(ctx).where('r.person_id', '=', personId).orderBy('r.id', 'desc').limit(50).execute();
}

export interface RequestsAsked {
  readonly state: 'received' | 'answered';
  readonly after?: string | undefined;
  readonly limit: number;
}

/** The desk's list: all have the same time to be answered in, so the first asked is the first due. Runs as the platform. */
export async function listRequests(
  ctx: Ctx,
  { state, after, limit }: RequestsAsked,
): Promise<{ items: PrivacyRequest[]; next: string | null }> {
  const open = state === 'received';
  const rows = await requests(ctx)
    .where('r.state', 'in', open ? ['received'] : ['done', 'refused'])
    .$if(after !== undefined, (query) => query.where('r.id', open ? '>' : '<', after ?? ''))
    .orderBy('r.id', open ? 'asc' : 'desc')
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

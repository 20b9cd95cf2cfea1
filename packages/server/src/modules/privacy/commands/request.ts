import { AppError, type PrivacyRequest, type PrivacyRequestKind } from '@zhiping/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { after } from '../../../time/clocks.ts';
import { viewRequest } from '../queries/requests.ts';

/** Answered within so many days, as the page promises. */
const DUE_MS = 15 * 24 * 60 * 60_000;

/** Takes a request in, with number and deadline. Throws `PRIVACY_REQUEST_OPEN` while one of the kind waits. */
export async function askPrivacy(
  ctx: Ctx,
  personId: string,
  { kind, text }: { readonly kind: PrivacyRequestKind; readonly text: string },
): Promise<PrivacyRequest> {
  const id = ctx.newId();
  const { rows } = await sql<{ n: bigint }>`select nextval('privacy_request_number') as n`.execute(ctx.tx);
  const number = `G${ctx.systemNow.slice(0, 4)}${String(rows[0]?.n ?? 0).padStart(6, '0')}`;
  const { numInsertedOrUpdatedRows: made } = await ctx.tx
    .insertInto('privacy_request')
    .values({
      id,
      number,
      person_id: personId,
      kind,
      text,
      state: 'received',
      created_at: ctx.systemNow,
      due_at: after(ctx.systemNow, DUE_MS),
      answered_at: null,
      answered_by: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made !== 1n) throw new AppError('PRIVACY_REQUEST_OPEN');
  await ctx.record({ organiserId: null, subject: { noun: 'privacy-request', id }, data: { number, kind } });
  return viewRequest(ctx, id);
}

/** The desk's answer. Runs as the platform. Throws `PRIVACY_REQUEST_ANSWERED`. */
export async function answerRequest(
  ctx: Ctx,
  id: string,
  { outcome, answer }: { readonly outcome: 'done' | 'refused'; readonly answer: string },
): Promise<PrivacyRequest> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('privacy_request')
    .set({ state: outcome, answer, answered_at: ctx.systemNow, answered_by: ctx.actor.personId })
    .where('id', '=', id)
    .where('state', '=', 'received')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new AppError('PRIVACY_REQUEST_ANSWERED');
  await ctx.record({ organiserId: null, subject: { noun: 'privacy-request', id }, data: { outcome } });
  return viewRequest(ctx, id);
}

import { AppError } from '@zhiping/contract';
import type { ObjectionState } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { comparableReceiptNumber } from '../receipt-number.ts';

/** The answer to an objection for whoever knows its receipt number. */
export async function readAnswer(ctx: Ctx, typed: string) {
  return ctx.asPlatform(async () => {
    const row = await ctx.tx
      .selectFrom('objection')
      .select(['receipt_number', 'state', 'received_at', 'answer', 'answered_at'])
      .where('receipt_number', '=', comparableReceiptNumber(typed))
      .executeTakeFirst();
    if (!row) throw new AppError('NOT_FOUND');
    return {
      receiptNumber: row.receipt_number,
      state: row.state,
      receivedAt: row.received_at,
      answer: row.answer,
      answeredAt: row.answered_at,
    };
  });
}

/** States of the objections to one application within one publicity, or to all of a publicity. */
export async function objectionStates(
  ctx: Ctx,
  of: { readonly publicityId: string; readonly applicationId?: string },
): Promise<ObjectionState[]> {
  let query = ctx.tx.selectFrom('objection').select('state').where('publicity_id', '=', of.publicityId);
  if (of.applicationId !== undefined) query = query.where('application_id', '=', of.applicationId);
  return (await query.execute()).map(({ state }) => state);
}

/** The unit publicity on which an application was recommended; null before. For the forms that state it. */
export async function concludedPublicity(ctx: Ctx, applicationId: string) {
  const row = await ctx.tx
    .selectFrom('publicity')
    .select(['id', 'starts_on', 'last_day', 'working_days'])
    .where('application_id', '=', applicationId)
    .where('closed', '=', 'concluded')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (!row) return null;
  const states = await objectionStates(ctx, { publicityId: row.id });
  return { startsOn: row.starts_on, lastDay: row.last_day, workingDays: row.working_days, objections: states.length };
}

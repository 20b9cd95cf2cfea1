import { AppError } from '@zhiping/contract';
import { afterFeeAct, dateAt } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import type { StoredFile } from '../../../files/index.ts';
import type { ApplicationRow } from '../../application/index.ts';
import { lockedFee, writeFee } from '../fee-of.ts';

/** Hands in the scan of a transfer. It proves nothing yet: the office confirms when the money is there. */
export async function handInSlip(ctx: Ctx, applicationId: string, file: StoredFile | null): Promise<void> {
  if (!file) throw new AppError('FILE_MISSING');
  const { row, fee } = await lockedFee(ctx, applicationId);
  const state = row.stage === fee.stage ? afterFeeAct(fee.state, 'hand-in-slip') : null;
  if (state === null) throw new AppError('FEE_STATE');
  await ctx.tx
    .insertInto('fee_slip')
    .values({
      id: ctx.newId(),
      organiser_id: row.organiser_id,
      application_id: row.id,
      file_id: file.id,
      name: file.name,
      media_type: file.mediaType,
      uploaded_at: ctx.receivedAt,
      returned_reason: null,
    })
    .execute();
  await writeFee(ctx, row, fee, { state });
  await recordFee(ctx, row, { number: row.number, file: file.sameness });
}

/** Sends the last slip back with the reason; the fee is due again. */
export async function returnSlip(ctx: Ctx, applicationId: string, version: number, reason: string): Promise<void> {
  const { row, fee } = await lockedFee(ctx, applicationId);
  if (row.version !== version) throw new AppError('STALE');
  const state = row.stage === fee.stage ? afterFeeAct(fee.state, 'return-slip') : null;
  if (state === null) throw new AppError('FEE_NO_SLIP');
  await ctx.tx
    .updateTable('fee_slip')
    .set({ returned_reason: reason })
    .where('application_id', '=', row.id)
    .where('returned_reason', 'is', null)
    .execute();
  await writeFee(ctx, row, fee, { state });
  await recordFee(ctx, row, { number: row.number }, { reason });
}

/** Records that a fee was paid back after its application ended. */
export async function refundFee(
  ctx: Ctx,
  applicationId: string,
  asked: { readonly version: number; readonly refundedOn: string; readonly reason: string },
): Promise<void> {
  const { row, fee } = await lockedFee(ctx, applicationId);
  if (row.version !== asked.version) throw new AppError('STALE');
  if (asked.refundedOn > dateAt(ctx.businessNowOf(row.organiser_id))) throw new AppError('FEE_PAID_LATER');
  const state = afterFeeAct(fee.state, 'refund');
  if (state === null) throw new AppError('FEE_STATE');
  if (fee.stored?.way === 'online' && ctx.installation.settings.payment !== undefined)
    throw new AppError('FEE_PAID_ONLINE');
  await writeFee(ctx, row, fee, { state, refunded_on: asked.refundedOn, refund_reason: asked.reason });
  const data = { number: row.number, amountFen: fee.charged.amountFen, refundedOn: asked.refundedOn };
  await recordFee(ctx, row, data, { reason: asked.reason });
}

async function recordFee(
  ctx: Ctx,
  row: ApplicationRow,
  data: Readonly<Record<string, string | number>>,
  values?: Readonly<Record<string, string>>,
): Promise<void> {
  await ctx.record({
    organiserId: row.organiser_id,
    subject: { noun: 'application', id: row.id },
    data,
    ...(values === undefined ? {} : { personal: { of: row.person_id, values } }),
  });
}

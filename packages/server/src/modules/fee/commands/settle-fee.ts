import { AppError } from '@zhiping/contract';
import { afterFeeAct, dateAt, PAYS, WAIVES } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { type Advanced, advance } from '../../application/index.ts';
import { lockedFee, writeFee } from '../fee-of.ts';
import { wantNoMore } from '../online/want-no-more.ts';

export interface Payment {
  readonly way: 'hand' | 'statement' | 'online';
  readonly paidOn: string;
  readonly amountFen: number;
  readonly payer: string;
  readonly note: string;
  /** Version of the application the caller saw. */
  readonly version?: number;
}

/**
 * The fee has come in, ZJ-2022 八(三): exactly the amount of the plan, booked not later than today. The application
 * moves on in the same transaction; of two confirmations one is refused by the application's lock.
 */
export async function settleFee(ctx: Ctx, applicationId: string, payment: Payment): Promise<Advanced> {
  const { row, fee } = await lockedFee(ctx, applicationId);
  if (payment.amountFen !== fee.charged.amountFen) throw new AppError('FEE_AMOUNT');
  if (payment.paidOn > dateAt(ctx.businessNowOf(row.organiser_id))) throw new AppError('FEE_PAID_LATER');
  const state = afterFeeAct(fee.state, 'pay');
  if (state === null) throw new AppError('FEE_STATE');
  const receiptNumber = await nextReceiptNumber(ctx, fee.process.plan.year);
  const advanced = await advance(
    ctx,
    row.id,
    PAYS,
    {},
    {
      ...(payment.version === undefined ? {} : { version: payment.version }),
      // What the provider reports is confirmed by the platform, in the office's place.
      ...(payment.way === 'online' ? { as: 'office' as const } : {}),
      data: { way: payment.way, amountFen: payment.amountFen, paidOn: payment.paidOn, receiptNumber },
    },
  );
  await writeFee(ctx, row, fee, {
    state,
    way: payment.way,
    settled_on: payment.paidOn,
    settled_at: ctx.businessNowOf(row.organiser_id),
    settled_by: ctx.actor.personId,
    payer: payment.payer,
    reason: payment.note,
    receipt_number: receiptNumber,
  });
  await wantNoMore(ctx, row.id);
  return advanced;
}

export interface Waiver {
  readonly version: number;
  /** A kind of the plan, or `other`. */
  readonly kind: string;
  readonly reason: string;
  readonly proof: { readonly id: string; readonly name: string };
}

/** The fee is waived, for a reason with proof; the application moves on as if it had been paid. */
export async function waiveFee(ctx: Ctx, applicationId: string, waiver: Waiver): Promise<Advanced> {
  const { row, fee } = await lockedFee(ctx, applicationId);
  const kind = fee.charged.waived.find(({ id }) => id === waiver.kind);
  if (kind === undefined && waiver.kind !== 'other') throw new AppError('WAIVER_UNKNOWN');
  const state = afterFeeAct(fee.state, 'waive');
  if (state === null) throw new AppError('FEE_STATE');
  const advanced = await advance(
    ctx,
    row.id,
    WAIVES,
    { reason: kind === undefined ? waiver.reason : `${kind.name}：${waiver.reason}` },
    { version: waiver.version, data: { waiver: waiver.kind } },
  );
  const now = ctx.businessNowOf(row.organiser_id);
  await writeFee(ctx, row, fee, {
    state,
    way: 'waiver',
    settled_on: dateAt(now),
    settled_at: now,
    settled_by: ctx.actor.personId,
    reason: waiver.reason,
    waiver_kind: waiver.kind,
    proof_file_id: waiver.proof.id,
    proof_name: waiver.proof.name,
  });
  await wantNoMore(ctx, row.id);
  return advanced;
}

async function nextReceiptNumber(ctx: Ctx, year: number): Promise<string> {
  const { rows } = await sql<{ n: bigint }>`select nextval('fee_receipt_number') as n`.execute(ctx.tx);
  return `SF${year}${String(rows[0]?.n ?? 0).padStart(6, '0')}`;
}

import { AppError, type FeeView } from '@zhiping/contract';
import { FEE_STATE_NAMES } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { openFile } from '../../../files/index.ts';
import type { FileAnswer } from '../../../http/route.ts';
import type { ApplicationRow } from '../../application/index.ts';
import { findFee, type FeeOf } from '../fee-of.ts';
import { ordersOf } from '../online/queries.ts';

/** Everything about the fee of one application. */
export async function readFee(ctx: Ctx, row: ApplicationRow): Promise<FeeView> {
  const names = await ctx.tx
    .selectFrom('application as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .innerJoin('unit as u', 'u.id', 'a.unit_id')
    .innerJoin('plan as l', 'l.id', 'a.plan_id')
    .select(['p.name as applicantName', 'u.name as unitName', 'l.name as planName'])
    .where('a.id', '=', row.id)
    .executeTakeFirst();
  if (!names) throw new AppError('NOT_FOUND');
  const fee = await findFee(ctx, row);
  return {
    applicationId: row.id,
    number: row.number,
    ...names,
    stage: row.stage,
    version: row.version,
    charged: fee && (await chargedOf(ctx, row, fee)),
  };
}

async function chargedOf(ctx: Ctx, row: ApplicationRow, fee: FeeOf): Promise<NonNullable<FeeView['charged']>> {
  const { charged, stored, process } = fee;
  const slips = await ctx.tx
    .selectFrom('fee_slip')
    .select(['id', 'name', 'media_type as mediaType', 'uploaded_at as uploadedAt', 'returned_reason as returnedReason'])
    .where('application_id', '=', row.id)
    .orderBy('id')
    .execute();
  const reading = process.plan.readings.find(({ label, id }) => label === charged.label && id.endsWith('account'));
  return {
    state: fee.state,
    stateName: FEE_STATE_NAMES[fee.state],
    waiting: row.stage === fee.stage,
    amountFen: charged.amountFen,
    label: charged.label,
    basis: charged.basis,
    method: charged.method,
    due: charged.due,
    unpaid: charged.unpaid,
    account: charged.account,
    asPrinted: charged.asPrinted ?? null,
    reading: reading ? { question: reading.question, chosen: reading.chosen, why: reading.why } : null,
    reference: fee.reference,
    waivers: charged.waived.map(({ id, name, label }) => ({ id, name, label })),
    slips,
    settled:
      stored === null || stored.way === null
        ? null
        : {
            on: stored.settled_on ?? '',
            amountFen: stored.way === 'waiver' ? 0 : stored.amount_fen,
            way: stored.way,
            payer: stored.payer,
            reason: stored.reason,
            receiptNumber: stored.receipt_number,
            proof:
              stored.proof_file_id === null
                ? null
                : { id: stored.proof_file_id, name: stored.proof_name ?? '免缴证明' },
          },
    refund:
      stored === null || stored.refunded_on === null
        ? null
        : { on: stored.refunded_on, amountFen: stored.amount_fen, reason: stored.refund_reason },
    online: { offered: ctx.installation.settings.payment !== undefined, orders: await ordersOf(ctx, row.id) },
  };
}

/** A slip by its id, or the proof of a waiver by its file's. */
export async function openFeeFile(ctx: Ctx, applicationId: string, id: string): Promise<FileAnswer> {
  const slip = await ctx.tx
    .selectFrom('fee_slip')
    .select(['file_id as fileId', 'name'])
    .where('application_id', '=', applicationId)
    .where('id', '=', id)
    .executeTakeFirst();
  const proof = await ctx.tx
    .selectFrom('fee')
    .select(['proof_file_id as fileId', 'proof_name as name'])
    .where('application_id', '=', applicationId)
    .where('proof_file_id', '=', id)
    .executeTakeFirst();
  const found = slip ?? proof;
  if (!found?.fileId) throw new AppError('NOT_FOUND');
  const { content, mediaType } = await openFile(ctx, found.fileId);
  return { fileName: found.name ?? '免缴证明', mediaType, content, disposition: 'inline' };
}

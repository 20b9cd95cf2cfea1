import { AppError } from '@zhiping/contract';
import { dateAt, levelNameOf, type PlanLevel, specialtyOf } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { codeFor, printable } from '../../../documents/index.ts';
import type { FileAnswer } from '../../../http/route.ts';
import type { ApplicationRow } from '../../application/index.ts';
import { type FeeOf, findFee } from '../fee-of.ts';

const yuan = (fen: number): string =>
  fen % 100 === 0 ? `${fen / 100} 元` : `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')} 元`;

/**
 * 缴费通知, ZJ-2022 八(三): what to pay, where, with which words on the slip, and what happens otherwise.
 * @throws AppError `NO_FEE` where the plan charges nothing, `FEE_STATE` before the fee is due
 */
export async function printPaymentNotice(ctx: Ctx, row: ApplicationRow): Promise<FileAnswer> {
  const { fee, frame, names } = await aboutFee(ctx, row);
  if (row.stage !== fee.stage && fee.stored === null) throw new AppError('FEE_STATE');
  const { charged, process } = fee;
  return printable('payment-notice', {
    ...frame,
    officeName: names.officeName,
    applicantName: names.applicantName,
    unitName: names.unitName,
    specialty: names.specialty,
    titleName: names.titleName,
    amount: yuan(charged.amountFen),
    basis: charged.basis,
    method: charged.method,
    account: charged.account,
    remark: `${fee.reference} ${names.applicantName}`,
    due: charged.due,
    unpaid: charged.unpaid,
    contact: process.plan.contacts.policy,
  });
}

/**
 * 缴费凭据: that the fee has come in, with its number; a waived fee has none.
 * @throws AppError `NO_FEE`, `FEE_STATE` while nothing has come in
 */
export async function printFeeReceipt(ctx: Ctx, row: ApplicationRow): Promise<FileAnswer> {
  const { fee, frame, names } = await aboutFee(ctx, row);
  const { stored, charged } = fee;
  if (stored === null || stored.receipt_number === null) throw new AppError('FEE_STATE');
  const refund =
    stored.refunded_on === null
      ? []
      : [{ label: '退费', value: `已于 ${stored.refunded_on} 退回 ${yuan(stored.amount_fen)}` }];
  return printable(
    'receipt',
    {
      ...frame,
      number: stored.receipt_number,
      title: '评审费缴费凭据',
      receiver: charged.account.name,
      personName: names.applicantName,
      receivedAt: stored.settled_at ?? stored.changed_at,
      lines: [
        { label: '申报编号', value: row.number },
        { label: '用人单位', value: names.unitName },
        { label: '申报专业和职称', value: `${names.specialty} ${names.titleName}` },
        { label: '收费项目和依据', value: `评审费，${charged.basis}` },
        { label: '金额', value: yuan(stored.amount_fen) },
        { label: '付款人', value: stored.payer === '' ? names.applicantName : stored.payer },
        { label: '到账日期', value: stored.settled_on ?? '' },
        ...refund,
      ],
      contentHash: null,
      recordLeaf: null,
      next: '本凭据用于核对到账情况；需要发票的，请向收款单位申请。',
    },
    '评审费缴费凭据',
  );
}

async function aboutFee(ctx: Ctx, row: ApplicationRow) {
  const fee: FeeOf | null = await findFee(ctx, row);
  if (!fee) throw new AppError('NO_FEE');
  const { plan } = fee.process;
  const found = await ctx.tx
    .selectFrom('application as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .innerJoin('unit as u', 'u.id', 'a.unit_id')
    .innerJoin('organiser as o', 'o.id', 'a.organiser_id')
    .select(['p.name as applicantName', 'u.name as unitName', 'o.office_name as officeName'])
    .where('a.id', '=', row.id)
    .executeTakeFirst();
  if (!found) throw new AppError('NOT_FOUND');
  return {
    fee,
    frame: {
      number: row.number,
      verificationCode: codeFor(`fee ${row.id} ${fee.state}`),
      issuedOn: dateAt(ctx.businessNowOf(row.organiser_id)),
      watermark: null,
    },
    names: {
      ...found,
      specialty: specialtyOf(plan, row.specialty)?.name ?? row.specialty,
      titleName: levelNameOf(plan, row.level as PlanLevel),
    },
  };
}

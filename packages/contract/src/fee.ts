import { FEE_STATES } from '@zhiping/core';
import { z } from 'zod';
import { decided } from './authority.ts';
import { date, done, id, instant, text, version } from './common.ts';
import { endpoint } from './endpoint.ts';
import { paymentOrder } from './payment.ts';
import { pageQuery } from './worklist.ts';

const ofApplication = z.object({ id });
const fen = z.int().nonnegative();
export const feeState = z.enum(FEE_STATES);
const account = z.object({ name: z.string(), number: z.string(), bank: z.string() });

export const feeView = z.object({
  applicationId: id,
  number: z.string(),
  applicantName: z.string(),
  unitName: z.string(),
  planName: z.string(),
  /** Null where the plan charges nothing; everything below is then empty. */
  charged: z
    .object({
      /** What the fee is now; before its stage it is due later. */
      state: feeState,
      stateName: z.string(),
      /** The application waits for it now. */
      waiting: z.boolean(),
      amountFen: fen,
      label: z.string(),
      basis: z.string(),
      method: z.string(),
      due: z.string(),
      unpaid: z.string(),
      account,
      /** As the notice printed it, where that differs; `reading` says why it is read otherwise. */
      asPrinted: account.nullable(),
      reading: z.object({ question: z.string(), chosen: z.string(), why: z.string() }).nullable(),
      /** Goes into the remark of the transfer. */
      reference: z.string(),
      waivers: z.array(z.object({ id: z.string(), name: z.string(), label: z.string() })),
      slips: z.array(
        z.object({
          id,
          name: z.string(),
          mediaType: z.string(),
          uploadedAt: instant,
          returnedReason: z.string().nullable(),
        }),
      ),
      settled: z
        .object({
          /** 到账 day, or day of the waiver. */
          on: date,
          amountFen: fen,
          way: z.enum(['hand', 'statement', 'online', 'waiver']),
          payer: z.string(),
          reason: z.string(),
          receiptNumber: z.string().nullable(),
          proof: z.object({ id, name: z.string() }).nullable(),
        })
        .nullable(),
      refund: z.object({ on: date, amountFen: fen, reason: z.string() }).nullable(),
      /** Whether it may be paid at the payment provider, and what was paid there. */
      online: z.object({ offered: z.boolean(), orders: z.array(paymentOrder) }),
    })
    .nullable(),
  stage: z.string(),
  version,
});
export type FeeView = z.infer<typeof feeView>;

export const readFee = endpoint({
  method: 'GET',
  url: '/api/applications/:id/fee',
  action: 'fee.read',
  summary: '评审费：金额、账户、缴费附言、凭证和状态',
  params: ofApplication,
  answer: feeView,
});

export const handInSlip = endpoint({
  method: 'POST',
  url: '/api/applications/:id/fee/slips',
  action: 'fee.hand-in-slip',
  summary: '上传转账凭证',
  params: ofApplication,
  transport: 'upload',
  answer: done,
});

export const downloadFeeFile = endpoint({
  method: 'GET',
  url: '/api/applications/:id/fee/files/:fileId',
  action: 'fee.read-file',
  summary: '转账凭证或免缴证明',
  params: z.object({ id, fileId: id }),
  transport: 'download',
});

export const downloadPaymentNotice = endpoint({
  method: 'GET',
  url: '/api/applications/:id/fee/notice',
  action: 'fee.read',
  summary: '缴费通知（PDF）',
  params: ofApplication,
  transport: 'download',
});

export const downloadFeeReceipt = endpoint({
  method: 'GET',
  url: '/api/applications/:id/fee/receipt',
  action: 'fee.read',
  summary: '缴费凭据（PDF），到账以后',
  params: ofApplication,
  transport: 'download',
});

export const returnSlip = endpoint({
  method: 'POST',
  url: '/api/applications/:id/fee/return-slip',
  action: 'fee.return-slip',
  summary: '退回转账凭证，申报人重新上传',
  params: ofApplication,
  body: z.object({ version, reason: text(500) }),
  answer: done,
});

export const confirmFee = endpoint({
  method: 'POST',
  url: '/api/applications/:id/fee/confirm',
  action: 'fee.confirm',
  summary: '人工确认评审费到账',
  params: ofApplication,
  body: z.object({
    version,
    paidOn: date,
    amountFen: fen,
    payer: z.string().trim().max(120),
    note: z.string().trim().max(500),
  }),
  answer: decided,
});

export const waiveFee = endpoint({
  method: 'POST',
  url: '/api/applications/:id/fee/waive',
  action: 'fee.waive',
  summary: '免缴评审费，附证明',
  params: ofApplication,
  body: z.object({ version: z.coerce.number().int().nonnegative(), kind: text(60), reason: text(500) }),
  transport: 'upload',
  answer: decided,
});

export const refundFee = endpoint({
  method: 'POST',
  url: '/api/applications/:id/fee/refund',
  action: 'fee.refund',
  summary: '登记退费',
  params: ofApplication,
  body: z.object({ version, refundedOn: date, reason: text(500) }),
  answer: done,
});

export const feeLine = z.object({
  id,
  number: z.string(),
  applicantName: z.string(),
  unitName: z.string(),
  stage: z.string(),
  stageName: z.string(),
  state: feeState,
  amountFen: fen,
  reference: z.string(),
  since: instant,
  settledOn: date.nullable(),
  receiptNumber: z.string().nullable(),
});
export type FeeLine = z.infer<typeof feeLine>;

export const listFees = endpoint({
  method: 'GET',
  url: '/api/office/fees',
  action: 'fee.list',
  summary: '评审费清单，按状态筛选',
  query: pageQuery.extend({ state: feeState.default('due') }),
  answer: z.object({ items: z.array(feeLine), next: id.nullable() }),
});

const sum = z.object({ count: z.int(), fen });
export const bankEntry = z.object({
  id,
  bookedOn: date,
  amountFen: fen,
  payer: z.string(),
  remark: z.string(),
  serial: z.string(),
  state: z.enum(['open', 'matched', 'set-aside']),
  matchedBy: z.enum(['reference', 'name', 'person']).nullable(),
  application: z.object({ id, number: z.string(), applicantName: z.string() }).nullable(),
  note: z.string(),
});
export type BankEntryView = z.infer<typeof bankEntry>;

export const readReconciliation = endpoint({
  method: 'GET',
  url: '/api/office/reconciliation',
  action: 'fee.reconcile',
  summary: '对账：各状态的件数与金额，流水的认领情况',
  answer: z.object({
    plans: z.array(
      z.object({
        id,
        name: z.string(),
        amountFen: fen,
        states: z.array(z.object({ state: feeState, name: z.string() }).extend(sum.shape)),
        /** Of what was received: from statements, confirmed by hand, and through the payment provider. */
        byStatement: sum,
        byHand: sum,
        byOnline: sum,
        /** Orders at the payment provider: to be paid back, being paid back, paid back. */
        orders: z.object({ attention: sum, refunding: sum, refunded: sum }),
        entries: z.object({ open: sum, matched: sum, setAside: sum }),
        /** Matched entries less fees received by statement, in fen: 0 while the books agree. */
        differenceFen: z.int(),
        statements: z.array(
          z.object({ id, name: z.string(), importedAt: instant, entries: z.int(), firstDay: date, lastDay: date }),
        ),
      }),
    ),
  }),
});
export type Reconciliation = z.infer<typeof readReconciliation.answer>;

export const listBankEntries = endpoint({
  method: 'GET',
  url: '/api/office/bank-entries',
  action: 'fee.reconcile',
  summary: '银行流水，按认领状态筛选',
  query: pageQuery.extend({ plan: id, state: z.enum(['open', 'matched', 'set-aside']).default('open') }),
  answer: z.object({ items: z.array(bankEntry), next: id.nullable() }),
});

const statementBody = z.object({
  name: text(200),
  /** The file as base64; UTF-8 or GB 18030. */
  content: z.base64().max(900_000, '文件太大，请按月分别导出'),
});
const proposal = z.object({
  line: z.int(),
  bookedOn: date,
  amountFen: fen,
  payer: z.string(),
  remark: z.string(),
  /** New, or already imported with an earlier file. */
  known: z.boolean(),
  matched: z
    .object({
      number: z.string(),
      applicantName: z.string(),
      by: z.enum(['reference', 'name']),
      otherPayer: z.boolean(),
    })
    .nullable(),
  unmatched: z.object({ words: z.string(), candidates: z.array(z.string()) }).nullable(),
});
const ofPlan = z.object({ id });
export const previewStatement = endpoint({
  method: 'POST',
  url: '/api/plans/:id/statement-preview',
  action: 'fee.import-statement',
  summary: '预览一份银行流水会认领哪些申报，不保存',
  params: ofPlan,
  body: statementBody,
  answer: z.object({
    lines: z.array(proposal),
    skipped: z.array(z.object({ line: z.int(), why: z.string() })),
    matches: z.int(),
    matchedFen: fen,
    /** Give it back to import exactly what was seen. */
    digest: z.string(),
  }),
});
export type StatementPreview = z.infer<typeof previewStatement.answer>;

export const importStatement = endpoint({
  method: 'POST',
  url: '/api/plans/:id/statements',
  action: 'fee.import-statement',
  summary: '导入银行流水，确认预览中的认领',
  params: ofPlan,
  body: statementBody.extend({ digest: text(64) }),
  answer: z.object({ imported: z.int(), matches: z.int() }),
});

export const matchBankEntry = endpoint({
  method: 'POST',
  url: '/api/bank-entries/:id/match',
  action: 'fee.match-entry',
  summary: '人工认领一笔流水：归到一件申报',
  params: z.object({ id }),
  body: z.object({ number: text(40), note: z.string().trim().max(500) }),
  answer: done,
});

export const setAsideBankEntry = endpoint({
  method: 'POST',
  url: '/api/bank-entries/:id/set-aside',
  action: 'fee.set-aside-entry',
  summary: '一笔流水不归任何申报：与评审费无关，或已退回付款人',
  params: z.object({ id }),
  body: z.object({ note: text(500) }),
  answer: done,
});

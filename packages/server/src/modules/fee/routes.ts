import {
  AppError,
  askOrder,
  confirmFee,
  DONE,
  downloadFeeFile,
  downloadFeeReceipt,
  downloadPaymentNotice,
  handInSlip,
  importStatement,
  listBankEntries,
  listFees,
  listPaymentOrders,
  matchBankEntry,
  payOnline,
  previewStatement,
  readFee,
  readReconciliation,
  refundFee,
  refundOrder,
  returnSlip,
  setAsideBankEntry,
  takePaymentNotice,
  waiveFee,
} from '@zhiping/contract';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { type Advanced, loadApplication } from '../application/index.ts';
import { importStatement as keepStatement } from './commands/import-statement.ts';
import { matchEntry, setAsideEntry } from './commands/settle-entry.ts';
import { settleFee, waiveFee as waive } from './commands/settle-fee.ts';
import { handInSlip as handIn, refundFee as refund, returnSlip as sendBack } from './commands/slips.ts';
import { takeNotice } from './online/notice.ts';
import { payOnline as pay, refundOrder as payBack } from './online/orders.ts';
import { isOver, listOrders, loadOrder } from './online/queries.ts';
import { NONCE_HEADER, SIGNATURE_HEADER, TIMESTAMP_HEADER } from './online/sign.ts';
import { ASK } from './online/want-no-more.ts';
import { listFees as list } from './queries/list-fees.ts';
import { printFeeReceipt, printPaymentNotice } from './queries/print-fee.ts';
import { previewStatement as preview } from './queries/preview.ts';
import { openFeeFile, readFee as read } from './queries/read-fee.ts';
import { listEntries, readReconciliation as reconcile } from './queries/reconciliation.ts';
import { loadEntry, loadPlan } from './target.ts';

const moved = ({ after, receipt }: Advanced) => ({ id: after.id, stage: after.stage, version: after.version, receipt });

export const feeRoutes: readonly AnyRoute[] = [
  defineRoute(readFee, { target: loadApplication, handle: (ctx, { target }) => read(ctx, target.row) }),
  defineRoute(handInSlip, {
    target: loadApplication,
    handle: async (ctx, { params, http }) => {
      await handIn(ctx, params.id, http.file);
      return DONE;
    },
  }),
  defineRoute(downloadFeeFile, {
    target: loadApplication,
    handle: (ctx, { params }) => openFeeFile(ctx, params.id, params.fileId),
  }),
  defineRoute(downloadPaymentNotice, {
    target: loadApplication,
    handle: (ctx, { target }) => printPaymentNotice(ctx, target.row),
  }),
  defineRoute(downloadFeeReceipt, {
    target: loadApplication,
    handle: (ctx, { target }) => printFeeReceipt(ctx, target.row),
  }),
  defineRoute(returnSlip, {
    target: loadApplication,
    handle: async (ctx, { params, body }) => {
      await sendBack(ctx, params.id, body.version, body.reason);
      return DONE;
    },
  }),
  defineRoute(confirmFee, {
    target: loadApplication,
    handle: async (ctx, { params, body }) => moved(await settleFee(ctx, params.id, { way: 'hand', ...body })),
  }),
  defineRoute(waiveFee, {
    target: loadApplication,
    handle: async (ctx, { params, body, http }) => {
      if (!http.file) throw new AppError('FILE_MISSING');
      return moved(await waive(ctx, params.id, { ...body, proof: http.file }));
    },
  }),
  defineRoute(refundFee, {
    target: loadApplication,
    handle: async (ctx, { params, body }) => {
      await refund(ctx, params.id, body);
      return DONE;
    },
  }),
  defineRoute(payOnline, {
    target: loadApplication,
    noEvent: 'an order that can still be paid is answered again; a new one is recorded where it is made',
    handle: async (ctx, { params }) => ({ orderId: await pay(ctx, params.id) }),
  }),
  defineRoute(askOrder, {
    target: loadOrder,
    noEvent: 'asks the provider; what it says is recorded where it is taken over',
    handle: async (ctx, { params }) => {
      // Asked again while a question waits, it is the same question.
      await ctx.enqueue({ task: ASK, payload: { id: params.orderId }, key: `${ASK} ${params.orderId}` });
      return DONE;
    },
  }),
  defineRoute(takePaymentNotice, {
    target: 'none',
    stateless: true,
    noEvent: 'what is said again changes nothing; what is new is recorded where it is taken over',
    handle: async (ctx, { http }) => {
      const [timestamp, nonce, signature] = [TIMESTAMP_HEADER, NONCE_HEADER, SIGNATURE_HEADER].map(http.header);
      await takeNotice(
        ctx,
        { timestamp: timestamp ?? null, nonce: nonce ?? null, signature: signature ?? null },
        http.chunk,
      );
      return DONE;
    },
  }),
  defineRoute(listPaymentOrders, {
    target: 'list',
    handle: (ctx, { scope, query }) => listOrders(ctx, { scope, ...query }),
  }),
  defineRoute(refundOrder, {
    target: (ctx, { id }) => loadOrder(ctx, { id }),
    handle: async (ctx, { params, body, target }) => {
      await payBack(ctx, params.id, isOver(target.row.stage), body.reason);
      return DONE;
    },
  }),
  defineRoute(listFees, { target: 'list', handle: (ctx, { scope, query }) => list(ctx, { scope, ...query }) }),
  defineRoute(readReconciliation, { target: 'list', handle: (ctx, { scope }) => reconcile(ctx, scope) }),
  defineRoute(listBankEntries, {
    target: 'list',
    handle: (ctx, { scope, query }) => listEntries(ctx, { scope, ...query }),
  }),
  defineRoute(previewStatement, {
    target: loadPlan,
    noEvent: 'nothing is kept: it says what importing would do',
    handle: (ctx, { target, body }) => preview(ctx, target, body.content),
  }),
  defineRoute(importStatement, {
    target: loadPlan,
    handle: (ctx, { target, body }) => keepStatement(ctx, target, body),
  }),
  defineRoute(matchBankEntry, {
    target: loadEntry,
    handle: async (ctx, { target, body }) => {
      await matchEntry(ctx, target, body);
      return DONE;
    },
  }),
  defineRoute(setAsideBankEntry, {
    target: loadEntry,
    handle: async (ctx, { target, body }) => {
      await setAsideEntry(ctx, target, body.note);
      return DONE;
    },
  }),
];

import { ORDER_OUTCOMES, ORDER_SHELVES, ORDER_STATES } from '@zhiping/core';
import { z } from 'zod';
import { done, id, instant, text } from './common.ts';
import { endpoint } from './endpoint.ts';
import { pageQuery } from './worklist.ts';

const fen = z.int().nonnegative();

/** One order at the payment provider. */
export const paymentOrder = z.object({
  id,
  number: z.string(),
  state: z.enum(ORDER_STATES),
  shelf: z.enum(ORDER_SHELVES),
  amountFen: fen,
  createdAt: instant,
  expiresAt: instant,
  /** Where the payer goes, and what a payment app scans; null while it cannot be paid. */
  payUrl: z.string().nullable(),
  qr: z.string().nullable(),
  /** Why the provider could not be asked, as a code of the catalogue. */
  code: z.string().nullable(),
  paid: z.object({ fen, at: instant, reference: z.string() }).nullable(),
  outcome: z.enum(ORDER_OUTCOMES).nullable(),
  outcomeWords: z.string(),
  refund: z
    .object({
      state: z.enum(['asked', 'done', 'failed']),
      reason: z.string(),
      askedAt: instant,
      at: instant.nullable(),
    })
    .nullable(),
});
export type PaymentOrder = z.infer<typeof paymentOrder>;

export const payOnline = endpoint({
  method: 'POST',
  url: '/api/applications/:id/fee/orders',
  action: 'fee.pay-online',
  summary: '网上支付评审费：生成订单，稍后给出付款地址',
  params: z.object({ id }),
  answer: z.object({ orderId: id }),
});

export const askOrder = endpoint({
  method: 'POST',
  url: '/api/applications/:id/fee/orders/:orderId/ask',
  action: 'fee.ask-order',
  summary: '向支付平台查询订单的结果',
  params: z.object({ id, orderId: id }),
  answer: done,
});

/** A signed message of the payment provider, docs/支付接口.md. */
export const takePaymentNotice = endpoint({
  method: 'POST',
  url: '/api/payments/notices',
  action: 'fee.take-notice',
  summary: '支付平台的签名通知：已付款、已退款',
  transport: 'signed',
  answer: done,
});

export const paymentOrderLine = z.object({
  applicationId: id,
  applicationNumber: z.string(),
  applicantName: z.string(),
  unitName: z.string(),
  stageName: z.string(),
  /** Whether the office may have it paid back now. */
  refundable: z.boolean(),
  order: paymentOrder,
});
export type PaymentOrderLine = z.infer<typeof paymentOrderLine>;

export const listPaymentOrders = endpoint({
  method: 'GET',
  url: '/api/office/payment-orders',
  action: 'fee.list-orders',
  summary: '网上支付的订单，按办理情况筛选',
  query: pageQuery.extend({ shelf: z.enum(ORDER_SHELVES).default('attention') }),
  answer: z.object({
    connected: z.boolean(),
    items: z.array(paymentOrderLine),
    next: id.nullable(),
  }),
});

export const refundOrder = endpoint({
  method: 'POST',
  url: '/api/payment-orders/:id/refund',
  action: 'fee.refund-order',
  summary: '由支付平台退回付款人',
  params: z.object({ id }),
  body: z.object({ reason: text(500) }),
  answer: done,
});

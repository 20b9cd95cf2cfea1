import { AppError } from '@zhiping/contract';
import { dateAt, millisecondsOf, ORDER_LASTS_MS, type OrderSaid, outcomeOf, type RefundSaid } from '@zhiping/core';
import type { Selectable } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { after } from '../../../time/clocks.ts';
import { settleFee } from '../commands/settle-fee.ts';
import { lockedFee, writeFee } from '../fee-of.ts';
import type { FeeTables } from '../tables.ts';
import { ASK, wantNoMore } from './want-no-more.ts';

export type Order = Selectable<FeeTables['payment_order']>;

/** Job: settles what was paid. */
export const SETTLE = 'payment.settle';

/** Our number of an order or refund: 32 hexadecimal digits. */
const numberOf = (id: string): string => id.replaceAll('-', '');

/**
 * Orders the payment of a fee at the provider; the address to pay at comes by a job. While an order can be paid there is no
 * second one: the same is answered again.
 * @throws AppError `PAYMENT_OFF`, `NO_FEE`, `FEE_STATE`
 */
export async function payOnline(ctx: Ctx, applicationId: string): Promise<string> {
  if (ctx.installation.settings.payment === undefined) throw new AppError('PAYMENT_OFF');
  const { row, fee } = await lockedFee(ctx, applicationId);
  if (row.stage !== fee.stage || (fee.state !== 'due' && fee.state !== 'slip')) throw new AppError('FEE_STATE');
  const running = await ctx.tx
    .selectFrom('payment_order')
    .select(['id', 'expires_at'])
    .where('application_id', '=', row.id)
    .where('state', 'in', ['asked', 'open'])
    .executeTakeFirst();
  if (running !== undefined && running.expires_at > ctx.systemNow) return running.id;
  if (running !== undefined) await wantNoMore(ctx, row.id);
  const id = ctx.newId();
  await ctx.tx
    .insertInto('payment_order')
    .values({
      id,
      organiser_id: row.organiser_id,
      plan_id: row.plan_id,
      application_id: row.id,
      person_id: row.person_id,
      unit_id: row.unit_id,
      number: numberOf(id),
      state: 'asked',
      amount_fen: fee.charged.amountFen,
      created_at: ctx.systemNow,
      created_by: ctx.actor.personId ?? '',
      expires_at: after(ctx.systemNow, ORDER_LASTS_MS),
      next_ask_at: ctx.systemNow,
    })
    .execute();
  await recordOrder(ctx, { id, organiser_id: row.organiser_id }, 'fee.pay-online', {
    number: row.number,
    amountFen: fee.charged.amountFen,
  });
  await ctx.enqueue({ task: ASK, payload: { id } });
  return id;
}

/** Takes over what the provider says of an order, once; says whether something changed. */
export async function takeOrderSaid(ctx: Ctx, orderId: string, said: OrderSaid): Promise<boolean> {
  const order = await lockedOrder(ctx, orderId);
  // A paid order stays paid, whatever is said later.
  if (order === null || order.state === 'paid') return false;
  if (said.orderNumber !== order.number || said.amountFen !== order.amount_fen) throw new AppError('PAYMENT_STRANGE');
  switch (said.state) {
    case 'open': {
      if (order.state !== 'asked') return false;
      await change(ctx, order, { state: 'open', pay_url: said.payUrl, qr: said.qr, code: null });
      return true;
    }
    case 'closed': {
      if (order.state === 'closed') return false;
      await change(ctx, order, { state: 'closed', code: null });
      await recordOrder(ctx, order, 'fee.order-closed', {});
      return true;
    }
    case 'paid': {
      const { paidFen, paidAt, reference } = said;
      await change(ctx, order, { state: 'paid', paid_fen: paidFen, paid_at: paidAt, reference, code: null });
      await recordOrder(ctx, order, 'fee.order-paid', { paidFen });
      await ctx.enqueue({ task: SETTLE, payload: { id: order.id } });
      return true;
    }
  }
}

/** Job: judges what a payment was. The fee itself moves the application on; anything else waits to be paid back. */
export async function settleOrder(ctx: Ctx, orderId: string): Promise<void> {
  const found = await ctx.tx
    .selectFrom('payment_order')
    .select('application_id')
    .where('id', '=', orderId)
    .executeTakeFirst();
  if (found === undefined) return;
  // The application before the order, as everywhere: two settlings wait for each other and never in a circle.
  const { row, fee } = await lockedFee(ctx, found.application_id);
  const order = await lockedOrder(ctx, orderId);
  if (order === null || order.paid_fen === null || order.paid_at === null || order.outcome !== null) return;
  const outcome = outcomeOf({
    orderedFen: order.amount_fen,
    paidFen: order.paid_fen,
    waiting: row.stage === fee.stage,
    fee: fee.state,
  });
  await change(ctx, order, { outcome });
  if (outcome !== 'settled') return recordOrder(ctx, order, 'fee.order-not-owed', { outcome, paidFen: order.paid_fen });
  const paidOn = dayOf(ctx, order.organiser_id, order.paid_at);
  await settleFee(ctx, row.id, { way: 'online', paidOn, amountFen: order.paid_fen, payer: '', note: '' });
}

/**
 * Orders that the provider pays a payment back: at any time what nobody owed, the fee itself once its application is over.
 * @throws AppError `PAYMENT_NOT_REFUNDABLE`, `PAYMENT_OFF`
 */
export async function refundOrder(ctx: Ctx, orderId: string, over: boolean, reason: string): Promise<void> {
  if (ctx.installation.settings.payment === undefined) throw new AppError('PAYMENT_OFF');
  const order = await lockedOrder(ctx, orderId);
  if (order === null || !isRefundable(order, over)) throw new AppError('PAYMENT_NOT_REFUNDABLE');
  await change(ctx, order, {
    refund_number: numberOf(ctx.newId()),
    refund_state: 'asked',
    refund_reason: reason,
    refund_asked_at: ctx.systemNow,
    refund_asked_by: ctx.actor.personId,
    next_ask_at: ctx.systemNow,
  });
  await ctx.record({
    organiserId: order.organiser_id,
    subject: { noun: 'payment-order', id: order.id },
    data: { paidFen: order.paid_fen },
    personal: { of: order.person_id, values: { reason } },
  });
  await ctx.enqueue({ task: ASK, payload: { id: order.id } });
}

export function isRefundable(order: Pick<Order, 'outcome' | 'refund_state'>, over: boolean): boolean {
  const free = order.refund_state === null || order.refund_state === 'failed';
  return free && order.outcome !== null && (order.outcome !== 'settled' || over);
}

/** Takes over what the provider says of a refund, once. A fee that was paid back is refunded from that day. */
export async function takeRefundSaid(ctx: Ctx, orderId: string, said: RefundSaid): Promise<boolean> {
  const found = await ctx.tx
    .selectFrom('payment_order')
    .select('application_id')
    .where('id', '=', orderId)
    .executeTakeFirst();
  if (found === undefined) return false;
  const { row, fee } = await lockedFee(ctx, found.application_id);
  const order = await lockedOrder(ctx, orderId);
  if (order === null || order.refund_number !== said.refundNumber || order.refund_state !== 'asked') return false;
  if (said.orderNumber !== order.number || said.amountFen !== order.paid_fen) throw new AppError('PAYMENT_STRANGE');
  if (said.state === 'pending') return false;
  const done = said.state === 'done';
  await change(ctx, order, { refund_state: said.state, refunded_at: done ? ctx.systemNow : null, code: null });
  await recordOrder(ctx, order, done ? 'fee.order-refunded' : 'fee.refund-failed', { amountFen: said.amountFen });
  if (done && order.outcome === 'settled') {
    const refunded_on = dateAt(ctx.businessNowOf(order.organiser_id));
    await writeFee(ctx, row, fee, { state: 'refunded', refunded_on, refund_reason: order.refund_reason });
  }
  return true;
}

export async function change(
  ctx: Ctx,
  { id }: Pick<Order, 'id'>,
  values: Partial<Omit<Order, 'id' | 'shelf'>>,
): Promise<void> {
  await ctx.tx.updateTable('payment_order').set(values).where('id', '=', id).execute();
}

async function lockedOrder(ctx: Ctx, id: string): Promise<Order | null> {
  const order = await ctx.tx
    .selectFrom('payment_order')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return order ?? null;
}

async function recordOrder(
  ctx: Ctx,
  order: Pick<Order, 'id' | 'organiser_id'>,
  action: `fee.${string}`,
  data: Readonly<Record<string, string | number>>,
): Promise<void> {
  const subject = { noun: 'payment-order', id: order.id };
  await ctx.record({ organiserId: order.organiser_id, action, subject, data });
}

/** The business day of an instant of the provider's clock, which is real time; never later than today. */
function dayOf(ctx: Ctx, organiserId: string, paidAt: string): string {
  const now = ctx.businessNowOf(organiserId);
  const ago = Math.max(0, millisecondsOf(ctx.systemNow) - millisecondsOf(paidAt));
  return dateAt(after(now, -ago));
}

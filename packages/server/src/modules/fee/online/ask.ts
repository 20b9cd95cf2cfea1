import { AppError } from '@zhiping/contract';
import { millisecondsOf, nextAskMs, type OrderSaid } from '@zhiping/core';
import { asPlatform, type Ctx } from '../../../context.ts';
import type { Installation } from '../../../installation.ts';
import type { PaymentProvider } from '../../../start/settings.ts';
import { after, systemNow } from '../../../time/clocks.ts';
import { loadApplication } from '../../application/index.ts';
import { findFee } from '../fee-of.ts';
import { change, type Order, takeOrderSaid, takeRefundSaid } from './orders.ts';
import { type Answered, closeOrder, createOrder, createRefund, queryOrder } from './provider.ts';
import { ASK } from './want-no-more.ts';

/** Orders asked about in one turn of the loop. */
const AT_ONCE = 200;
/** A nonce is forgotten long after a message with it would be too old. */
const NONCE_KEPT_MS = 24 * 3_600_000;

/**
 * Job: asks the provider about one order: makes it, queries it, closes it when it is not wanted any more, or has it paid back.
 * Holds no lock while it waits; what is said is taken over once, whoever brings it first.
 */
export async function askOrder(ctx: Ctx, orderId: string): Promise<void> {
  const provider = ctx.installation.settings.payment;
  const order = await ctx.tx.selectFrom('payment_order').selectAll().where('id', '=', orderId).executeTakeFirst();
  if (order === undefined) return;
  const age = millisecondsOf(ctx.systemNow) - millisecondsOf(order.refund_asked_at ?? order.created_at);
  const next = { next_ask_at: after(ctx.systemNow, nextAskMs(age)) };
  if (provider === undefined) return change(ctx, order, { ...next, code: 'PAYMENT_OFF' });
  if (order.refund_state === 'asked') return askRefund(ctx, provider, order, next);
  const call = await nextCall(ctx, order);
  const asked = call === null ? null : await call.ask(provider);
  // Only now is the row written, so that nothing is locked while the provider thinks.
  await change(ctx, order, next);
  if (call === null || asked === null) return;
  if (call.closes) await noLongerWanted(ctx, order);
  if (asked.ok) return takeOver(ctx, order, asked.said);
  // What the provider never took cannot be paid; what it may have taken is asked about until it says.
  const refused = asked.code === 'PAYMENT_REFUSED' && order.state === 'asked';
  await change(ctx, order, { code: asked.code, ...(refused ? { state: 'failed' } : {}) });
}

interface Call {
  readonly closes: boolean;
  readonly ask: (provider: PaymentProvider) => Promise<Answered<OrderSaid>>;
}

/** What to say to the provider next about an order; null where it is at an end. */
async function nextCall(ctx: Ctx, order: Order): Promise<Call | null> {
  if (order.state === 'paid' || order.state === 'closed' || order.state === 'failed') return null;
  const wanted = order.state !== 'closing' && order.expires_at > ctx.systemNow && (await isDue(ctx, order));
  if (!wanted) return { closes: true, ask: (provider) => closeOrder(provider, order.number) };
  if (order.state === 'open') return { closes: false, ask: (provider) => queryOrder(provider, order.number) };
  const { publicUrl } = ctx.installation.settings;
  const { account } = await feeOf(ctx, order);
  const wish = {
    orderNumber: order.number,
    amountFen: order.amount_fen,
    payee: { name: account.name, number: account.number.replaceAll(' ', '') },
    expiresAt: order.expires_at,
    notifyUrl: `${publicUrl}/api/payments/notices`,
    returnUrl: `${publicUrl}/app/applications/${order.application_id}/fee`,
  };
  return { closes: false, ask: (provider) => createOrder(provider, wish) };
}

/** An order being closed is asked about until the provider says what became of it; what was paid meanwhile stays paid. */
async function noLongerWanted(ctx: Ctx, order: Order): Promise<void> {
  await ctx.tx
    .updateTable('payment_order')
    .set({ state: 'closing' })
    .where('id', '=', order.id)
    .where('state', 'in', ['asked', 'open'])
    .execute();
}

async function askRefund(
  ctx: Ctx,
  provider: PaymentProvider,
  order: Order,
  next: { readonly next_ask_at: string },
): Promise<void> {
  const { refund_number: refundNumber, paid_fen: amountFen } = order;
  if (refundNumber === null || amountFen === null) throw new Error('a refund without number or payment');
  const asked = await createRefund(provider, { refundNumber, orderNumber: order.number, amountFen });
  await change(ctx, order, next);
  if (!asked.ok) {
    const refused = asked.code === 'PAYMENT_REFUSED';
    return change(ctx, order, { code: asked.code, ...(refused ? { refund_state: 'failed' } : {}) });
  }
  try {
    await takeRefundSaid(ctx, order.id, asked.said);
  } catch (error) {
    await keepStrange(ctx, order, error);
  }
}

async function takeOver(ctx: Ctx, order: Order, said: OrderSaid): Promise<void> {
  try {
    await takeOrderSaid(ctx, order.id, said);
  } catch (error) {
    await keepStrange(ctx, order, error);
  }
}

/** An answer about something else than was asked is told to the office, and asked again. */
async function keepStrange(ctx: Ctx, order: Order, error: unknown): Promise<void> {
  if (!(error instanceof AppError) || error.code !== 'PAYMENT_STRANGE') throw error;
  await change(ctx, order, { code: error.code });
}

/** Whether the fee is still to be paid: its application waits for it and nothing has settled it. */
async function isDue(ctx: Ctx, order: Order): Promise<boolean> {
  const { waiting } = await feeOf(ctx, order);
  return waiting;
}

async function feeOf(ctx: Ctx, order: Order) {
  const target = await loadApplication(ctx, { id: order.application_id });
  const fee = target === null ? null : await findFee(ctx, target.row);
  if (target === null || fee === null) throw new AppError('NO_FEE');
  const open = fee.state === 'due' || fee.state === 'slip';
  return { waiting: target.row.stage === fee.stage && open, account: fee.charged.account };
}

/**
 * Orders a question about every order that is due for one, so that a payment is found whose message never came, and an order
 * is closed whose application has moved on. Also forgets old nonces.
 */
export function keepPaymentsGoing(installation: Installation, now: string = systemNow()): Promise<void> {
  return asPlatform(installation, 'system.payments', async (ctx) => {
    await ctx.tx.deleteFrom('payment_nonce').where('seen_at', '<', after(now, -NONCE_KEPT_MS)).execute();
    const due = await ctx.tx
      .selectFrom('payment_order')
      .select('id')
      .where('next_ask_at', '<=', now)
      .where((eb) => eb.or([eb('state', 'in', ['asked', 'open', 'closing']), eb('refund_state', '=', 'asked')]))
      .orderBy('next_ask_at')
      .limit(AT_ONCE)
      .execute();
    for (const { id } of due) await ctx.enqueue({ task: ASK, payload: { id }, key: `${ASK} ${id}` });
  });
}

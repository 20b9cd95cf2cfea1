import { AppError } from '@zhiping/contract';
import { millisecondsOf, readPaymentNotice } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { takeOrderSaid, takeRefundSaid } from './orders.ts';
import { jsonOf } from './provider.ts';
import { type Claimed, verified } from './sign.ts';

export const NOTICE_PATH = '/api/payments/notices';

/**
 * A message of the provider: believed only where its bytes are signed with our key, just now, and were not taken before. What
 * it says a second time in a message of its own changes nothing.
 * @throws AppError `PAYMENT_OFF`, `PAYMENT_UNSIGNED`, `PAYMENT_REPLAYED`, `PAYMENT_STRANGE`, `NOT_FOUND`
 */
export async function takeNotice(ctx: Ctx, claimed: Claimed, bytes: Buffer | null): Promise<void> {
  const provider = ctx.installation.settings.payment;
  if (provider === undefined) throw new AppError('PAYMENT_OFF');
  const body = bytes?.toString('utf8') ?? '';
  const now = ctx.systemNow;
  const nonce = verified(provider.key, claimed, { what: 'POST', path: NOTICE_PATH, body }, millisecondsOf(now));
  if (nonce === null) throw new AppError('PAYMENT_UNSIGNED');
  const notice = readPaymentNotice(jsonOf(body));
  if (notice === null) throw new AppError('PAYMENT_STRANGE');
  // Nobody is signed in: the signature is what permits it.
  await ctx.asPlatform(async () => {
    const fresh = await ctx.tx
      .insertInto('payment_nonce')
      .values({ nonce, seen_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('nonce')
      .executeTakeFirst();
    if (fresh === undefined) throw new AppError('PAYMENT_REPLAYED');
    const { orderNumber } = 'order' in notice ? notice.order : notice.refund;
    const order = await ctx.tx
      .selectFrom('payment_order')
      .select('id')
      .where('number', '=', orderNumber)
      .executeTakeFirst();
    if (order === undefined) throw new AppError('NOT_FOUND');
    if ('order' in notice) await takeOrderSaid(ctx, order.id, notice.order);
    else await takeRefundSaid(ctx, order.id, notice.refund);
  });
}

import type { TargetFacts } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { enqueueDelivery } from '../deliver.ts';

/** Tries a delivery again that did not arrive, e.g. after an address was mended; it keeps its id. */
export async function resend(ctx: Ctx, target: TargetFacts & { readonly id: string }): Promise<void> {
  const organiserId = target.organiserId ?? null;
  await ctx.tx
    .updateTable('message_delivery')
    .set({ state: 'waiting', attempts: 0, error: '', changed_at: ctx.businessNow })
    .where('id', '=', target.id)
    .execute();
  await enqueueDelivery(ctx, target.id, ctx.systemNow);
  await ctx.record({ organiserId, subject: { noun: 'message-delivery', id: target.id }, data: {} });
}

import type { Ctx } from '../../../context.ts';

/** Job: asks the provider about an order. */
export const ASK = 'payment.ask';

/** The orders of an application that may still be paid are to be closed: it was settled otherwise, or is over. */
export async function wantNoMore(ctx: Ctx, applicationId: string): Promise<void> {
  const closing = await ctx.tx
    .updateTable('payment_order')
    .set({ state: 'closing', next_ask_at: ctx.systemNow })
    .where('application_id', '=', applicationId)
    .where('state', 'in', ['asked', 'open'])
    .returning('id')
    .execute();
  for (const { id } of closing) await ctx.enqueue({ task: ASK, payload: { id } });
}

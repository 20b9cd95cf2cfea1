import type { TargetFacts } from '@zhiping/core';
import type { Ctx } from '../../context.ts';

/** Facts of the lists of an organiser as a whole. */
export const organiserTarget = (_ctx: Ctx, { organiserId }: { readonly organiserId: string }) => ({
  stage: 'any',
  organiserId,
});

/** Facts of one list. */
export async function listTarget(ctx: Ctx, { id }: { readonly id: string }): Promise<TargetFacts | null> {
  const list = await ctx.tx.selectFrom('result_list').select('organiser_id').where('id', '=', id).executeTakeFirst();
  return list === undefined ? null : { stage: 'any', organiserId: list.organiser_id };
}

import type { TargetFacts } from '@zhiping/core';
import type { Ctx } from '../../context.ts';

/** What the permission table needs to know of one certificate; its stage is its state. */
export async function certificateTarget(ctx: Ctx, params: { readonly id: string }): Promise<TargetFacts | null> {
  const row = await ctx.tx
    .selectFrom('certificate')
    .select(['organiser_id', 'person_id', 'confirmer_id', 'state'])
    .where('id', '=', params.id)
    .executeTakeFirst();
  if (!row) return null;
  return {
    stage: row.state,
    organiserId: row.organiser_id,
    applicantPersonId: row.person_id,
    confirmerId: row.confirmer_id,
  };
}

import type { TargetFacts } from '@zhiping/core';
import type { Ctx } from '../../context.ts';

/** A unit as the permission table sees it. */
export interface UnitTarget extends TargetFacts {
  readonly unitId: string;
  readonly kind: 'public-institution' | 'enterprise' | 'private' | 'social';
}

export async function loadUnit(ctx: Ctx, { unitId }: { readonly unitId: string }): Promise<UnitTarget | null> {
  const unit = await ctx.tx.selectFrom('unit').select(['id', 'kind']).where('id', '=', unitId).executeTakeFirst();
  return unit ? { stage: 'unit', unitId: unit.id, kind: unit.kind } : null;
}

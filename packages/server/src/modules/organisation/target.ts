import type { TargetFacts } from '@zhiping/core';
import type { Ctx } from '../../context.ts';

export interface UnitEntryTarget extends TargetFacts {
  /** Not named `unitId`: the staff of a unit do not keep the register. */
  readonly entryId: string;
}

/** A unit as an entry of the register, kept by its authority and the platform; stage `ended` once it is no more. */
export async function loadUnitEntry(
  ctx: Ctx,
  { unitId }: { readonly unitId: string },
): Promise<UnitEntryTarget | null> {
  const unit = await ctx.tx
    .selectFrom('unit')
    .select(['id', 'authority_id', 'ended_on'])
    .where('id', '=', unitId)
    .executeTakeFirst();
  if (!unit) return null;
  return { stage: unit.ended_on === null ? 'active' : 'ended', authorityId: unit.authority_id, entryId: unit.id };
}

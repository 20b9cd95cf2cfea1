import type { TargetFacts } from '@zhiping/core';
import type { Selectable } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { PlanTables } from './tables.ts';

export interface OrganiserTarget extends TargetFacts {
  readonly organiser: { readonly id: string; readonly name: string };
}

/** An organiser as a whole: opening a plan is its affair. */
export async function loadOrganiser(
  ctx: Ctx,
  { organiserId }: { readonly organiserId: string },
): Promise<OrganiserTarget | null> {
  const organiser = await ctx.tx
    .selectFrom('organiser')
    .select(['id', 'name'])
    .where('id', '=', organiserId)
    .executeTakeFirst();
  return organiser ? { stage: 'any', organiserId, organiser } : null;
}

export interface OpeningTarget extends TargetFacts {
  readonly opening: Selectable<PlanTables['plan_opening']>;
}

export async function loadOpening(ctx: Ctx, { id }: { readonly id: string }): Promise<OpeningTarget | null> {
  const opening = await ctx.tx.selectFrom('plan_opening').selectAll().where('id', '=', id).executeTakeFirst();
  return opening ? { stage: opening.state, organiserId: opening.organiser_id, opening } : null;
}

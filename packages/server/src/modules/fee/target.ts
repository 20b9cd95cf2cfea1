import type { TargetFacts } from '@zhiping/core';
import type { Selectable } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { Database } from '../../db/tables.ts';
import type { FeeTables } from './tables.ts';

export interface PlanTarget extends TargetFacts {
  readonly plan: Pick<Selectable<Database['plan']>, 'id' | 'organiser_id' | 'pack' | 'pack_number' | 'name'>;
}

/** A plan that runs, with the organiser whose office runs it. */
export async function loadPlan(ctx: Ctx, { id }: { readonly id: string }): Promise<PlanTarget | null> {
  const plan = await ctx.tx
    .selectFrom('plan')
    .select(['id', 'organiser_id', 'pack', 'pack_number', 'name'])
    .where('id', '=', id)
    .executeTakeFirst();
  return plan ? { stage: 'any', organiserId: plan.organiser_id, plan } : null;
}

export interface EntryTarget extends TargetFacts {
  readonly entry: Selectable<FeeTables['bank_entry']>;
}

/** One booking of a bank statement, locked where it is to be settled. */
export async function loadEntry(ctx: Ctx, { id }: { readonly id: string }): Promise<EntryTarget | null> {
  const entry = await ctx.tx.selectFrom('bank_entry').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return entry ? { stage: entry.state, organiserId: entry.organiser_id, entry } : null;
}

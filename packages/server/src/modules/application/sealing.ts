import { type AuthorityFacts, type Process, sealChainOf, type SealChain, soughtAuthorities } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { ApplicationRow } from './target.ts';
import { unitTraitsOf } from './unit-traits.ts';

/** Whom the plan's table names for a unit's cases now: which bodies, in which order, and why. */
export async function sealChainFor(ctx: Ctx, process: Process, unitId: string): Promise<SealChain> {
  const { plan } = process;
  const unit = await ctx.tx.selectFrom('unit').selectAll().where('id', '=', unitId).executeTakeFirstOrThrow();
  const traits = unitTraitsOf(unit, plan.scope.province);
  const { names, kinds } = soughtAuthorities(plan, traits);
  const authorities: AuthorityFacts[] = await ctx.tx
    .selectFrom('authority')
    .select(['id', 'name', 'kind', 'area'])
    .where((is) =>
      is.or([
        is('id', '=', unit.authority_id),
        ...(names.length === 0 ? [] : [is('name', 'in', [...names])]),
        ...(kinds.length === 0
          ? []
          : [is.and([is('kind', 'in', [...kinds]), sql<boolean>`position(area in ${unit.area}) > 0`])]),
      ]),
    )
    .execute();
  return sealChainOf(plan, { ...traits, area: unit.area, authorityId: unit.authority_id }, authorities);
}

/**
 * Begins the chain when an application comes to its authorities: all bodies of the table, the first one's turn. Each
 * time it comes back all act anew, because the material has changed. Answers the authority whose turn it is.
 */
export async function beginSealing(
  ctx: Ctx,
  process: Process,
  row: Pick<ApplicationRow, 'id' | 'organiser_id' | 'unit_id'>,
  now: string,
): Promise<string | null> {
  const chain = await sealChainFor(ctx, process, row.unit_id);
  const { round } = await ctx.tx
    .selectFrom('application_seal')
    .select((is) => is.fn.coalesce(is.fn.max('round'), sql<number>`0`).as('round'))
    .where('application_id', '=', row.id)
    .executeTakeFirstOrThrow();
  await ctx.tx
    .insertInto('application_seal')
    .values(
      chain.seals.map((seal, position) => ({
        id: ctx.newId(),
        organiser_id: row.organiser_id,
        application_id: row.id,
        round: round + 1,
        position,
        authority_id: seal.authority?.id ?? null,
        wanted: seal.wanted,
        acts_as: seal.as,
        leads: seal.leads,
        label: chain.label,
        why: chain.why,
        entered_at: now,
      })),
    )
    .execute();
  const first = chain.seals[0]?.authority?.id ?? null;
  await ctx.tx.updateTable('application').set({ authority_id: first }).where('id', '=', row.id).execute();
  return first;
}

/** Bodies of the present round that have not decided yet, in order. */
export async function openSeals(
  ctx: Ctx,
  applicationId: string,
): Promise<readonly { readonly id: string; readonly position: number; readonly authority_id: string | null }[]> {
  return ctx.tx
    .selectFrom('application_seal')
    .select(['id', 'position', 'authority_id'])
    .where('application_id', '=', applicationId)
    .where('decision', 'is', null)
    .where('round', '=', (is) =>
      is
        .selectFrom('application_seal as s')
        .select((max) => max.fn.max('s.round').as('round'))
        .where('s.application_id', '=', applicationId),
    )
    .orderBy('position')
    .execute();
}

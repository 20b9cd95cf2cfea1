import type { TargetFacts } from '@zhiping/core';
import type { Selectable } from 'kysely';
import type { Ctx } from '../../context.ts';
import { notMovedOn, receivedAtOf, rowPhase } from './state.ts';
import type { PublicityTables } from './tables.ts';

export type PublicityRow = Selectable<PublicityTables['publicity']>;
export interface PublicityFacts extends TargetFacts {
  readonly row: PublicityRow;
}

/** One publicity for the permission table; its stage is its phase when the request was complete. */
export function factsOf(ctx: Ctx, row: PublicityRow): PublicityFacts {
  return {
    row,
    stage: rowPhase(row, receivedAtOf(ctx, row.organiser_id)),
    organiserId: row.organiser_id,
    unitId: row.unit_id,
    applicantPersonId: row.person_id,
    // Nobody manages the publicity of the own application or checks an objection to it, whatever else they are.
    recusedPersonIds: row.person_id === null ? [] : [row.person_id],
  };
}

export async function publicityById(ctx: Ctx, params: { readonly id: string }): Promise<PublicityFacts | null> {
  const row = await ctx.tx.selectFrom('publicity').selectAll().where('id', '=', params.id).executeTakeFirst();
  return row ? factsOf(ctx, row) : null;
}

/** By the random part of the public address. */
export async function publicityByToken(ctx: Ctx, params: { readonly token: string }): Promise<PublicityFacts | null> {
  return ctx.asPlatform(async () => {
    const row = await ctx.tx
      .selectFrom('publicity')
      .selectAll()
      .where('token', '=', params.token)
      .where(notMovedOn)
      .executeTakeFirst();
    return row ? factsOf(ctx, row) : null;
  });
}

export interface ObjectionFacts extends TargetFacts {
  readonly objectionId: string;
}

/** One objection: answered by the unit that publicised, or by the office where results were publicised. */
export async function objectionById(ctx: Ctx, params: { readonly id: string }): Promise<ObjectionFacts | null> {
  const row = await ctx.tx
    .selectFrom('objection')
    .innerJoin('publicity', 'publicity.id', 'objection.publicity_id')
    .select(['objection.id', 'objection.organiser_id', 'objection.unit_id', 'objection.state', 'publicity.person_id'])
    .where('objection.id', '=', params.id)
    .executeTakeFirst();
  if (!row) return null;
  const open = row.unit_id === null ? 'result-open' : 'unit-open';
  return {
    objectionId: row.id,
    stage: row.state === 'open' ? open : 'answered',
    organiserId: row.organiser_id,
    unitId: row.unit_id,
    applicantPersonId: row.person_id,
    recusedPersonIds: row.person_id === null ? [] : [row.person_id],
  };
}

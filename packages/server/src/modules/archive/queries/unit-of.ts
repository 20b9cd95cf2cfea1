import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';

export interface UnitOfPerson {
  readonly id: string;
  readonly name: string;
  /** Whether somebody besides the person can act for it. */
  readonly staffed: boolean;
}

/** The unit a person belongs to now, which verifies and recommends; null without one. */
export async function unitOf(ctx: Ctx, personId: string): Promise<UnitOfPerson | null> {
  const unit = await ctx.tx
    .selectFrom('unit_member as m')
    .innerJoin('unit as u', 'u.id', 'm.unit_id')
    .select(['u.id', 'u.name', sql<boolean>`unit_staffed(u.id, ${personId})`.as('staffed')])
    .where('m.person_id', '=', personId)
    .where('m.left_on', 'is', null)
    .executeTakeFirst();
  return unit ?? null;
}

import type { Ctx } from '../../../context.ts';
import type { ExpertLevel } from '../tables.ts';

export interface PoolMember {
  readonly personId: string;
  readonly name: string;
  readonly specialty: string;
  readonly level: ExpertLevel;
  readonly employer: string;
  readonly unitId: string | null;
  readonly termEnds: string;
}

/** Everybody on file who has not left, in order of their ids; terms are judged by the draw itself. */
export async function poolMembers(ctx: Ctx, organiserId: string): Promise<readonly PoolMember[]> {
  return ctx.tx
    .selectFrom('expert as e')
    .innerJoin('person as p', 'p.id', 'e.person_id')
    .select([
      'e.person_id as personId',
      'p.name',
      'e.specialty',
      'e.level',
      'e.employer',
      'e.unit_id as unitId',
      'e.term_ends as termEnds',
    ])
    .where('e.organiser_id', '=', organiserId)
    .where('e.state', '=', 'active')
    .orderBy('e.person_id')
    .execute();
}

export interface Filing {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly filedOn: string;
  readonly validUntil: string;
  readonly members: number;
  readonly levels: readonly ExpertLevel[];
  readonly specialties: readonly string[];
  readonly chairPersonId: string;
}

export async function filingOf(ctx: Ctx, organiserId: string, filingId: string): Promise<Filing | null> {
  const row = await ctx.tx
    .selectFrom('committee_filing')
    .selectAll()
    .where('organiser_id', '=', organiserId)
    .where('id', '=', filingId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    name: row.name,
    number: row.number,
    filedOn: row.filed_on,
    validUntil: row.valid_until,
    members: row.members,
    levels: row.levels,
    specialties: row.specialties,
    chairPersonId: row.chair_person_id,
  };
}

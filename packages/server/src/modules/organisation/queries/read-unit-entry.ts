import { AppError, type UnitEntry } from '@zhiping/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { dateInShanghai } from '../../../time/clocks.ts';

/** One unit of the register with its history; `on` is the day whose seal name is asked for, else today. */
export function readUnitEntry(ctx: Ctx, unitId: string, on?: string): Promise<UnitEntry> {
  const day = on ?? dateInShanghai(ctx.businessNow);
  // Members and applications are counted only; who keeps the register sees none of them.
  return ctx.asPlatform(async () => {
    const unit = await ctx.tx
      .selectFrom('unit as u')
      .leftJoin('authority as a', 'a.id', 'u.authority_id')
      .select(['u.id', 'u.name', 'u.credit_code as creditCode', 'u.area', 'u.agency', 'a.name as authorityName'])
      .select('u.ended_on as endedOn')
      .select(sql<string>`unit_name_on(u.id, ${day})`.as('nameOn'))
      .select(sql<bigint>`(select count(*) from unit_member where unit_id = u.id and left_on is null)`.as('people'))
      .select(
        sql<bigint>`(select count(*) from application where unit_id = u.id and waits_for <> 'nobody')`.as('running'),
      )
      .where('u.id', '=', unitId)
      .executeTakeFirst();
    if (!unit) throw new AppError('NOT_FOUND');
    const changes = await ctx.tx
      .selectFrom('unit_change as c')
      .leftJoin('unit as s', 's.id', 'c.successor_id')
      .leftJoin('person as p', 'p.id', 'c.changed_by')
      .select(['c.id', 'c.kind', 'c.valid_from as validFrom', 'c.old_name as oldName', 'c.new_name as newName'])
      .select(['c.document', 'c.reason', 'c.changed_at as changedAt', 'p.name as changedBy'])
      .select(['s.id as successorId', 's.name as successorName'])
      .where('c.unit_id', '=', unitId)
      .orderBy('c.valid_from', 'desc')
      .orderBy('c.id', 'desc')
      .limit(100)
      .execute();
    return {
      ...unit,
      people: Number(unit.people),
      running: Number(unit.running),
      changes: changes.map(({ successorId, successorName, ...change }) => ({
        ...change,
        successor: successorId === null ? null : { id: successorId, name: successorName ?? '' },
      })),
    };
  });
}

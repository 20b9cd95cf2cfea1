import type { LevelPosts } from '@zhiping/contract';
import { HIGHEST_GRADE, levelOfGrade, LOWEST_GRADE, type PlanLevel, postsByLevel } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';

interface UnitPosts {
  readonly grades: { grade: number; level: PlanLevel; quota: number; held: number }[];
  readonly levels: LevelPosts[];
}

const ENDED = ['withdrawn', 'not-recommended', 'refused', 'expired', 'not-passed', 'cancelled', 'certified'];

/** A unit's posts by grade and by level: three counts, whatever the unit's size. `besides` leaves one application out. */
export async function readPosts(ctx: Ctx, unitId: string, besides: string | null = null): Promise<UnitPosts> {
  const quotas = await ctx.tx
    .selectFrom('unit_post')
    .select(['grade', 'quota'])
    .where('unit_id', '=', unitId)
    .execute();
  const held = await ctx.tx
    .selectFrom('appointment')
    .select((is) => ['grade', is.fn.countAll<bigint>().as('count')])
    .where('unit_id', '=', unitId)
    .where('to_date', 'is', null)
    .groupBy('grade')
    .execute();
  const asked = await ctx.tx
    .selectFrom('application_post as t')
    .innerJoin('application as a', 'a.id', 't.application_id')
    .select((is) => ['t.level', is.fn.countAll<bigint>().as('count')])
    .where('t.unit_id', '=', unitId)
    .where('t.takes', '=', true)
    .where('a.stage', 'not in', ENDED)
    .$if(besides !== null, (query) => query.where('a.id', '!=', besides ?? ''))
    .groupBy('t.level')
    .execute();
  const quotaOf = new Map(quotas.map(({ grade, quota }) => [grade, quota]));
  const heldOf = new Map(held.map(({ grade, count }) => [grade, Number(count)]));
  const askedOf = new Map(asked.map(({ level, count }) => [level as PlanLevel, Number(count)]));
  const grades = Array.from({ length: LOWEST_GRADE }, (_, index) => index + HIGHEST_GRADE);
  return {
    grades: grades.map((grade) => ({
      grade,
      level: levelOfGrade(grade),
      quota: quotaOf.get(grade) ?? 0,
      held: heldOf.get(grade) ?? 0,
    })),
    levels: [...postsByLevel(quotaOf, heldOf, askedOf)],
  };
}

/** The posts of one level, as if one application were not there. */
export async function postsAt(ctx: Ctx, unitId: string, level: PlanLevel, besides: string): Promise<LevelPosts> {
  const { levels } = await readPosts(ctx, unitId, besides);
  const found = levels.find((one) => one.level === level);
  if (!found) throw new RangeError(`没有层级 ${level}`);
  return found;
}

import { PLAN_LEVELS, type PlanLevel } from '../plan/index.ts';

/** Grades of professional posts, 1 the highest, and the level of title each is for (TJ 二(一)5, the national order of posts). */
export const POST_GRADES: readonly { readonly level: PlanLevel; readonly from: number; readonly to: number }[] = [
  { level: 'full-senior', from: 1, to: 4 },
  { level: 'senior', from: 5, to: 7 },
  { level: 'engineer', from: 8, to: 10 },
  { level: 'assistant', from: 11, to: 12 },
  { level: 'technician', from: 13, to: 13 },
];
export const HIGHEST_GRADE = 1;
export const LOWEST_GRADE = 13;

/** The level of title a post of this grade is for. Throws `RangeError` for a grade there is not. */
export function levelOfGrade(grade: number): PlanLevel {
  const row = POST_GRADES.find(({ from, to }) => grade >= from && grade <= to);
  if (!row) throw new RangeError(`没有 ${grade} 级岗位`);
  return row.level;
}

/** Posts of a unit at one level: how many there are, held and asked for by running applications. */
export interface LevelPosts {
  readonly level: PlanLevel;
  readonly quota: number;
  readonly held: number;
  readonly asked: number;
  /** Never below zero; more holders than posts are shown by `held`. */
  readonly vacancies: number;
}

/**
 * Adds a unit's posts up by level. `quotas` and `held` go by grade, `asked` by level: an application is for a level, the
 * grade is settled by the appointment.
 */
export function postsByLevel(
  quotas: ReadonlyMap<number, number>,
  held: ReadonlyMap<number, number>,
  asked: ReadonlyMap<PlanLevel, number>,
): readonly LevelPosts[] {
  return PLAN_LEVELS.toReversed().map((level) => {
    const sum = (counts: ReadonlyMap<number, number>) =>
      Array.from(counts).reduce((total, [grade, count]) => total + (levelOfGrade(grade) === level ? count : 0), 0);
    const [all, filled, wanted] = [sum(quotas), sum(held), asked.get(level) ?? 0];
    return { level, quota: all, held: filled, asked: wanted, vacancies: Math.max(0, all - filled - wanted) };
  });
}

/** Why a period cannot stand beside those before it; null when it can. Dates `YYYY-MM-DD`, `to` null while it lasts. */
export function periodProblem(
  period: { readonly from: string; readonly to: string | null },
  others: readonly { readonly from: string; readonly to: string | null }[],
): string | null {
  if (period.to !== null && period.to < period.from) return '结束日期早于开始日期';
  const overlaps = others.some(
    (other) => period.from <= (other.to ?? '9999-12-31') && other.from <= (period.to ?? '9999-12-31'),
  );
  return overlaps ? '与已有的聘任期间重叠' : null;
}

/** Way into a post, by the grade held before. */
export function wayInto(grade: number, former: number | null): 'appointed' | 'promoted' | 'demoted' {
  if (former === null || former === grade) return 'appointed';
  return grade < former ? 'promoted' : 'demoted';
}

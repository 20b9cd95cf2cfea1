import type { TenureRule } from '../language/pack.ts';
import type { State } from '../language/state.ts';
import { addYears, dayNumber, dayOfNumber, dayRange, yearOf } from './dates.ts';

/** A stretch of work, both days included. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
}

/** Years counted, and whether they reach the number needed. */
export interface Tenure {
  readonly years: number;
  readonly reached: boolean;
  /** The first day on which the years are reached if the work goes on; null when counting by calendar years. */
  readonly reachedOn: string | null;
}

/** The stretches within [start, end], merged; days that touch are continuous. */
export function mergeStretches(stretches: readonly Stretch[], start: string, end: string): readonly Stretch[] {
  const clipped = stretches
    .map(({ from, to }) => ({ from: dayNumber(from < start ? start : from), to: dayNumber(to > end ? end : to) }))
    .filter(({ from, to }) => from <= to)
    .toSorted((a, b) => a.from - b.from);
  const merged: { from: number; to: number }[] = [];
  for (const stretch of clipped) {
    const last = merged.at(-1);
    if (last && stretch.from <= last.to + 1) last.to = Math.max(last.to, stretch.to);
    else merged.push({ ...stretch });
  }
  return merged.map(({ from, to }) => ({ from: dayOfNumber(from), to: dayOfNumber(to) }));
}

/**
 * Years of work from `start` (the day a title was obtained; null counts all work).
 * ANNIVERSARY_AT(date): full years by anniversaries at that date; days without such work push the anniversary back.
 * YEAR_DIFF(year): the difference of calendar years, any day of a year being enough (LN-2024 四(二)); a calendar year
 * without any such work is not counted.
 */
export function countTenure(start: string | null, work: readonly Stretch[], rule: TenureRule, needed: number): Tenure {
  const end = rule.rule === 'ANNIVERSARY_AT' ? rule.date : `${rule.year}-12-31`;
  const begin = start ?? work.reduce((first, { from }) => (from < first ? from : first), end);
  if (begin > end) return { years: 0, reached: needed <= 0, reachedOn: null };
  const merged = mergeStretches(work, begin, end);
  if (rule.rule === 'YEAR_DIFF') {
    const touched = new Set<number>();
    for (const { from, to } of merged) for (let year = yearOf(from); year <= yearOf(to); year += 1) touched.add(year);
    const years = Math.max(0, touched.size - 1);
    return { years, reached: years >= needed, reachedOn: null };
  }
  // Years are full at the beginning of the day of evaluation; work on that day itself adds nothing.
  const last = dayNumber(end);
  const worked = merged.reduce(
    (days, { from, to }) => days + Math.max(0, Math.min(dayNumber(to) + 1, last) - dayNumber(from)),
    0,
  );
  const effective = dayOfNumber(last - worked);
  let years = 0;
  while (addYears(effective, years + 1) <= end) years += 1;
  return { years, reached: years >= needed, reachedOn: addYears(effective, needed) };
}

/** A work period as written: dates of any precision, `to` open when still working. */
export interface WrittenPeriod {
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Whether it is work of the needed kind. */
  readonly state: State;
  /** The appointment it counts within, where years in office are asked for. */
  readonly within?: Omit<WrittenPeriod, 'within'>;
}

/**
 * The same with what is not known: the least and the most that the written dates and unknown facts allow; missing when
 * they differ in the answer. `start` is the title's date of any precision, or null for all work.
 */
export function tenureState(
  start: string | null,
  periods: readonly WrittenPeriod[],
  rule: TenureRule,
  needed: number,
): { readonly state: State; readonly least: Tenure; readonly most: Tenure } {
  const open = rule.rule === 'ANNIVERSARY_AT' ? rule.date : `${rule.year}-12-31`;
  const range = start === null ? null : dayRange(start);
  const least: Stretch[] = [];
  const most: Stretch[] = [];
  for (const period of periods) {
    const own = bounds(period, open);
    const held = period.within ? bounds(period.within, open) : null;
    const longest = overlap(own.most, held ? held.most : own.most);
    const shortest = held ? own.least && held.least && overlap(own.least, held.least) : own.least;
    if (longest) most.push(longest);
    if (shortest) least.push(shortest);
  }
  const low = countTenure(range?.last ?? null, least, rule, needed);
  const high = countTenure(range?.first ?? null, most, rule, needed);
  const judged = periods.some(({ state }) => state === 'judge');
  const state: State = low.reached ? 'met' : !high.reached ? 'unmet' : judged ? 'judge' : 'missing';
  return { state, least: low, most: high };
}

/** The longest and the shortest that one period may be; no shortest where it may not count at all. */
function bounds(
  { from, to, state }: WrittenPeriod,
  open: string,
): { readonly most: Stretch | null; readonly least: Stretch | null } {
  if (state === 'unmet') return { most: null, least: null };
  const begins = from === undefined ? null : dayRange(from);
  const ends = to === undefined ? { first: open, last: open } : dayRange(to);
  const sure = state === 'met' && begins !== null && begins.last <= ends.first;
  return {
    most: { from: begins?.first ?? '1900-01-01', to: ends.last },
    least: sure ? { from: begins.last, to: ends.first } : null,
  };
}

function overlap(a: Stretch | null, b: Stretch | null): Stretch | null {
  if (!a || !b) return null;
  const both = { from: a.from > b.from ? a.from : b.from, to: a.to < b.to ? a.to : b.to };
  return both.from <= both.to ? both : null;
}

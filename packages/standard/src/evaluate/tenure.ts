import type { TenureRule } from '../language/pack.ts';
import type { State } from '../language/state.ts';
import { anniversary, yearOfDay } from '../intake/days.ts';
import { dayNumber, dayOfNumber, dayRange } from './dates.ts';

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

/** The stretches within [start, end] as day numbers, merged; days that touch are continuous. */
function mergeStretches(
  stretches: readonly Stretch[],
  start: number,
  end: number,
): readonly { readonly from: number; readonly to: number }[] {
  const clipped = stretches
    .map(({ from, to }) => ({ from: Math.max(dayNumber(from), start), to: Math.min(dayNumber(to), end) }))
    .filter(({ from, to }) => from <= to)
    .toSorted((a, b) => a.from - b.from);
  const merged: { from: number; to: number }[] = [];
  for (const stretch of clipped) {
    const last = merged.at(-1);
    if (last && stretch.from <= last.to + 1) last.to = Math.max(last.to, stretch.to);
    else merged.push(stretch);
  }
  return merged;
}

/**
 * Years of work from `start` (the day a title was obtained; null counts all work).
 * ANNIVERSARY_AT(date): the full years of each stretch by its own anniversaries, and what is left of them together, 365
 * days a year.
 * YEAR_DIFF(year): the difference of calendar years from where a stretch begins, any day of a year being enough (LN-2024
 * 四(二)), less the full years that the days without work since then come to together; from the stretch that gives most.
 */
export function countTenure(start: string | null, work: readonly Stretch[], rule: TenureRule, needed: number): Tenure {
  const end = rule.rule === 'ANNIVERSARY_AT' ? rule.date : `${rule.year}-12-31`;
  const begin = start ?? work.reduce((first, { from }) => (from < first ? from : first), end);
  if (begin > end) return { years: 0, reached: needed <= 0, reachedOn: null };
  const last = dayNumber(end);
  const merged = mergeStretches(work, dayNumber(begin), last);
  if (rule.rule === 'YEAR_DIFF') {
    const years = yearsByCalendar(merged, last);
    return { years, reached: years >= needed, reachedOn: null };
  }
  // Years are full at the beginning of the day of evaluation; work on that day itself adds nothing.
  const spans = merged.flatMap(({ from, to }) => {
    const span = { from, until: Math.min(to + 1, last) };
    return span.from < span.until ? [span] : [];
  });
  const years = yearsOf(spans);
  return {
    years,
    reached: years >= needed,
    get reachedOn() {
      return dayOfNumber(reachedOn(spans, last, needed));
    },
  };
}

const DAYS_A_YEAR = 365;

/** Days worked, `until` not included. */
interface Span {
  readonly from: number;
  readonly until: number;
}

/** From every stretch on, so that an early day of work never takes a later year away. */
function yearsByCalendar(merged: readonly { readonly from: number; readonly to: number }[], last: number): number {
  let years = 0;
  let worked = 0;
  for (const { from, to } of merged.toReversed()) {
    worked += to + 1 - from;
    const idle = Math.floor((last + 1 - from - worked) / DAYS_A_YEAR);
    years = Math.max(years, yearOfDay(last) - yearOfDay(from) - idle);
  }
  return years;
}

function yearsOf(spans: readonly Span[]): number {
  let years = 0;
  let left = 0;
  for (const { from, until } of spans) {
    const most = yearOfDay(until) - yearOfDay(from);
    const full = anniversary(from, most) <= until ? most : most - 1;
    years += full;
    left += Math.min(until - anniversary(from, full), DAYS_A_YEAR - 1);
  }
  return years + Math.floor(left / DAYS_A_YEAR);
}

/** The first day on which the years are full when work goes on from `last`; an earlier day where they are full already. */
function reachedOn(spans: readonly Span[], last: number, needed: number): number {
  const ongoing = spans.at(-1);
  const earlier = ongoing?.until === last ? spans.slice(0, -1) : spans;
  const from = ongoing?.until === last ? ongoing.from : last;
  if (earlier.length === 0) return anniversary(from, needed);
  let day = anniversary(from, Math.max(0, needed - yearsOf(earlier) - 1));
  while (yearsOf(day > from ? [...earlier, { from, until: day }] : earlier) < needed) day += 1;
  return day;
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

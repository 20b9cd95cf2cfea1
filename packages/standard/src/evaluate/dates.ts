import { compare } from '../language/compare.ts';
import type { Comparison } from '../language/predicate.ts';
import type { State } from '../language/state.ts';

/** The first and last day a date known to the year, month or day may mean, both `YYYY-MM-DD`. */
export interface DayRange {
  readonly first: string;
  readonly last: string;
}

const DAY_MS = 86_400_000;
const pad = (value: number): string => String(value).padStart(2, '0');

const lastDayOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** `2018` → 2018-01-01…2018-12-31, `2018-02` → …-02-28, a full date is itself. */
export function dayRange(date: string): DayRange {
  if (date.length === 10) return { first: date, last: date };
  const [year = 0, month] = date.split('-').map(Number);
  if (month === undefined) return { first: `${date}-01-01`, last: `${date}-12-31` };
  return { first: `${date}-01`, last: `${date}-${pad(lastDayOf(year, month))}` };
}

/** Whole days since 1970-01-01 of a `YYYY-MM-DD`. */
export const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
export const dayOfNumber = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);
export const yearOf = (day: string): number => Number(day.slice(0, 4));

/** The anniversary: the same month and day, the last of February for a 29th in a common year. */
export function addYears(day: string, years: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const target = year + years;
  return `${String(target).padStart(4, '0')}-${pad(month)}-${pad(Math.min(date, lastDayOf(target, month)))}`;
}

/** Compares a date of any precision with a day: missing when the answer depends on the day that is not known. */
export function compareDate(date: string | undefined, comparison: Comparison, day: string): State {
  if (date === undefined) return 'missing';
  const { first, last } = dayRange(date);
  const atFirst = compare(first, comparison, day);
  const atLast = compare(last, comparison, day);
  if (comparison === '=' && first !== last) return first <= day && day <= last ? 'missing' : 'unmet';
  if (atFirst !== atLast) return 'missing';
  return atFirst ? 'met' : 'unmet';
}

import { civilOf, daysInMonth, firstDay } from '../intake/days.ts';
import { compare } from '../language/compare.ts';
import type { Comparison } from '../language/predicate.ts';
import type { State } from '../language/state.ts';

/** The first and last day a date known to the year, month or day may mean, both `YYYY-MM-DD`. */
export interface DayRange {
  readonly first: string;
  readonly last: string;
}

const PADDED = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'));
const pad = (value: number): string => PADDED[value] ?? '';
const padYear = (year: number): string => String(year).padStart(4, '0');

/** `2018` → 2018-01-01…2018-12-31, `2018-02` → …-02-28, a full date is itself. */
export function dayRange(date: string): DayRange {
  if (date.length === 10) return { first: date, last: date };
  const [year = 0, month] = date.split('-').map(Number);
  if (month === undefined) return { first: `${date}-01-01`, last: `${date}-12-31` };
  return { first: `${date}-01`, last: `${date}-${pad(daysInMonth(year, month))}` };
}

/** Whole days since 1970-01-01 of a `YYYY-MM-DD`. */
export const dayNumber = (day: string): number => firstDay(day);

export function dayOfNumber(number: number): string {
  const civil = civilOf(number);
  return `${padYear(Math.floor(civil / 10_000))}-${pad(((civil / 100) | 0) % 100)}-${pad(civil % 100)}`;
}

export const yearOf = (day: string): number => Number(day.slice(0, 4));

/** The anniversary: the same month and day, the last of February for a 29th in a common year. */
export function addYears(day: string, years: number): string {
  const year = yearOf(day) + years;
  const within = day.slice(4);
  return within === '-02-29' ? `${padYear(year)}-02-${daysInMonth(year, 2)}` : padYear(year) + within;
}

/** Compares a date of any precision with a day: missing when the answer depends on the day that is not known. */
export function compareDate(date: string | undefined, comparison: Comparison, day: string): State {
  if (date === undefined) return 'missing';
  if (date.length === 10) return compare(date, comparison, day) ? 'met' : 'unmet';
  const { first, last } = dayRange(date);
  const atFirst = compare(first, comparison, day);
  const atLast = compare(last, comparison, day);
  if (comparison === '=' && first !== last) return first <= day && day <= last ? 'missing' : 'unmet';
  if (atFirst !== atLast) return 'missing';
  return atFirst ? 'met' : 'unmet';
}

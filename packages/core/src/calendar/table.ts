import { z } from 'zod';
import { type CalendarDate, addDays, daysBetween, isDate, weekday, yearOf } from './date.ts';

const date = z.string().refine(isDate, '应为存在的日期，写作 YYYY-MM-DD');

/** One year of `policies/calendars/`: what the State Council's notice sets off and on, nothing else. */
export const calendarYearSchema = z.strictObject({
  year: z.int().min(2000).max(2100),
  notice: z.strictObject({ title: z.string().min(1), number: z.string().min(1), issued: date }),
  off: z.array(z.strictObject({ name: z.string().min(1), from: date, to: date })).min(1),
  /** Saturdays and Sundays that are worked to make up. */
  work: z.array(date),
});
export type CalendarYear = z.infer<typeof calendarYearSchema>;

/** Working-day tables of several years. */
export interface WorkingCalendar {
  readonly years: ReadonlySet<number>;
  readonly off: ReadonlyMap<CalendarDate, string>;
  readonly work: ReadonlySet<CalendarDate>;
}

/** Whether a day is worked; `provisional` when its year has no table and only weekends were looked at. */
export interface DayAnswer {
  readonly working: boolean;
  readonly provisional: boolean;
}

/** Reads one year's table. Throws a `ZodError` on a wrong shape and a `RangeError` on a table that contradicts itself. */
export function parseCalendarYear(value: unknown): CalendarYear {
  const table = calendarYearSchema.parse(value);
  const problems = calendarProblems(table);
  if (problems.length > 0) throw new RangeError(problems.join('；'));
  return table;
}

/** What is wrong with one year's table, in Chinese; empty when nothing is. */
export function calendarProblems(table: CalendarYear): readonly string[] {
  const problems: string[] = [];
  const off = new Set<CalendarDate>();
  for (const { name, from, to } of table.off) {
    const length = daysBetween(from, to);
    if (length < 0 || length > 15) {
      problems.push(`${name}：起止日期不合理（${from} 至 ${to}）`);
      continue;
    }
    for (const day of eachDay(from, to)) {
      if (off.has(day)) problems.push(`${name}：${day} 重复`);
      off.add(day);
    }
    // A year's notice may begin in the last days of the year before (2023's New Year began on 2022-12-31).
    if (yearOf(to) !== table.year) problems.push(`${name}：不在 ${table.year} 年内`);
  }
  for (const day of table.work) {
    if (weekday(day) < 6) problems.push(`${day} 不是周末，不能作为调休上班日`);
    if (off.has(day)) problems.push(`${day} 同时是放假日和上班日`);
    if (yearOf(day) !== table.year) problems.push(`${day} 不在 ${table.year} 年内`);
  }
  return problems;
}

/** Joins the tables of several years. */
export function makeCalendar(tables: readonly CalendarYear[]): WorkingCalendar {
  const off = new Map<CalendarDate, string>();
  for (const table of tables) {
    for (const { name, from, to } of table.off) for (const day of eachDay(from, to)) off.set(day, name);
  }
  return {
    years: new Set(tables.map(({ year }) => year)),
    off,
    work: new Set(tables.flatMap(({ work }) => work)),
  };
}

/** Whether `day` is a working day. */
export function workingDay(calendar: WorkingCalendar, day: CalendarDate): DayAnswer {
  const provisional = !calendar.years.has(yearOf(day));
  if (calendar.work.has(day)) return { working: true, provisional };
  if (calendar.off.has(day)) return { working: false, provisional };
  return { working: weekday(day) < 6, provisional };
}

function* eachDay(from: CalendarDate, to: CalendarDate): Generator<CalendarDate> {
  for (let day = from; day <= to; day = addDays(day, 1)) yield day;
}

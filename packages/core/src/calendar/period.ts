import { type CalendarDate, addDays, yearOf } from './date.ts';
import { type Instant, endOfDay } from './instant.ts';
import { type WorkingCalendar, workingDay } from './table.ts';

/** A period counted in working days, as a plan states it. */
export interface WorkingPeriod {
  readonly workingDays: number;
  /**
   * Whether the starting day itself is day one, if it is a working day. The civil rule is that it is not
   * (domain.md 6.1); the documents do not say, so it is a stated reading of the plan.
   */
  readonly firstDayCounts: boolean;
}

export interface PeriodEnd {
  readonly lastDay: CalendarDate;
  /** First instant after the period: in time iff earlier. */
  readonly endsAt: Instant;
  /** True when a year without a table was touched: the answer may still change. */
  readonly provisional: boolean;
  /** Chinese sentences to show beside a provisional answer. */
  readonly warnings: readonly string[];
}

/** The last day of a period that starts on `start`. Throws `RangeError` when the length is not a positive integer. */
export function periodEnd(calendar: WorkingCalendar, start: CalendarDate, period: WorkingPeriod): PeriodEnd {
  if (!Number.isInteger(period.workingDays) || period.workingDays < 1) {
    throw new RangeError(`工作日数应为正整数：${period.workingDays}`);
  }
  const unloaded = new Set<number>();
  let day = period.firstDayCounts ? start : addDays(start, 1);
  let left = period.workingDays;
  while (true) {
    const { working, provisional } = workingDay(calendar, day);
    if (provisional) unloaded.add(yearOf(day));
    if (working) left -= 1;
    if (left === 0) break;
    day = addDays(day, 1);
  }
  return {
    lastDay: day,
    endsAt: endOfDay(day),
    provisional: unloaded.size > 0,
    warnings: [...unloaded].map(unloadedYearWarning),
  };
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. For "还剩 n 个工作日". */
export function workingDaysUntil(calendar: WorkingCalendar, from: CalendarDate, to: CalendarDate): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (workingDay(calendar, day).working) count += 1;
  }
  return count;
}

/**
 * The last day on which a period may start so that it is over on or before `latestEnd` (the last safe day).
 */
export function lastStartFor(calendar: WorkingCalendar, latestEnd: CalendarDate, period: WorkingPeriod): CalendarDate {
  let day = latestEnd;
  while (periodEnd(calendar, day, period).lastDay > latestEnd) day = addDays(day, -1);
  return day;
}

function unloadedYearWarning(year: number): string {
  return `${year} 年的节假日安排尚未录入，暂按周末推算，结果可能变动。`;
}

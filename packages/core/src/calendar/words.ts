import { addDays, type CalendarDate, readDate, weekday } from './date.ts';
import { type Instant, clockAt, dateAt } from './instant.ts';

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'] as const;

/** `2024年7月31日（周三）` */
export function dateWords(date: CalendarDate): string {
  const civil = readDate(date);
  if (!civil) throw new RangeError(`不是日期：${date}`);
  return `${civil.year}年${civil.month}月${civil.day}日（周${WEEKDAYS[weekday(date) - 1]}）`;
}

/** `2024年7月31日（周三）17:00` in Asia/Shanghai. */
export function instantWords(instant: Instant): string {
  return `${dateWords(dateAt(instant))}${clockAt(instant).slice(0, 5)}`;
}

/**
 * A closing instant in words: midnight is told as `24:00` of the day before, because "before 1 August 00:00" is
 * read as the wrong day by most people.
 */
export function closingWords(instant: Instant): string {
  if (clockAt(instant) !== '00:00:00') return instantWords(instant);
  return `${dateWords(addDays(dateAt(instant), -1))}24:00`;
}

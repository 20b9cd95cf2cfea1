import { type CalendarDate, addDays, dateOfDayNumber, dayNumber } from './date.ts';

/** An instant as the text `YYYY-MM-DDTHH:mm:ss.sssZ` (UTC, always milliseconds), so that instants compare as texts. */
export type Instant = string;

const SHAPE = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})\.(\d{3})Z$/;
const DAY = 86_400_000;
/** Asia/Shanghai has no summer time in any year this product deals with. */
const SHANGHAI = 8 * 3_600_000;

/** Milliseconds since 1970. Throws `RangeError` on any other way of writing an instant. */
export function millisecondsOf(instant: Instant): number {
  const match = SHAPE.exec(instant);
  if (!match) throw new RangeError(`不是时刻：${instant}`);
  const [, date = '', hour, minute, second, fraction] = match;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) throw new RangeError(`不是时刻：${instant}`);
  return (
    dayNumber(date) * DAY +
    Number(hour) * 3_600_000 +
    Number(minute) * 60_000 +
    Number(second) * 1000 +
    Number(fraction)
  );
}

/** The instant of a number of milliseconds since 1970. */
export function instantOf(milliseconds: number): Instant {
  const days = Math.floor(milliseconds / DAY);
  const rest = milliseconds - days * DAY;
  return `${dateOfDayNumber(days)}T${clock(rest)}.${String(rest % 1000).padStart(3, '0')}Z`;
}

/** The calendar date in Asia/Shanghai at an instant. */
export function dateAt(instant: Instant): CalendarDate {
  return dateOfDayNumber(Math.floor((millisecondsOf(instant) + SHANGHAI) / DAY));
}

/** Wall clock `HH:mm:ss` in Asia/Shanghai at an instant. */
export function clockAt(instant: Instant): string {
  const shifted = millisecondsOf(instant) + SHANGHAI;
  return clock(shifted - Math.floor(shifted / DAY) * DAY);
}

/** The first instant of a date in Asia/Shanghai. */
export function startOfDay(date: CalendarDate): Instant {
  return instantOf(dayNumber(date) * DAY - SHANGHAI);
}

/** The first instant that no longer belongs to a date: what is due "by that day" is in time iff it is earlier. */
export function endOfDay(date: CalendarDate): Instant {
  return startOfDay(addDays(date, 1));
}

/** A date with a wall clock `HH:mm` in Asia/Shanghai as an instant. */
export function instantAt(date: CalendarDate, time: string): Instant {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!match) throw new RangeError(`不是钟点：${time}`);
  return instantOf(dayNumber(date) * DAY - SHANGHAI + Number(match[1]) * 3_600_000 + Number(match[2]) * 60_000);
}

function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const part = (value: number) => String(value).padStart(2, '0');
  return `${part(Math.floor(seconds / 3600))}:${part(Math.floor(seconds / 60) % 60)}:${part(seconds % 60)}`;
}

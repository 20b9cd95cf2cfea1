/** Days as whole numbers since 1970-01-01, and the calendar arithmetic on them, without strings. */

/** A date that is not known lies between these; they sort below and above every real day. */
export const UNKNOWN_FIRST = -2_147_483_647;
export const UNKNOWN_LAST = 2_147_483_646;

/** Day number of a calendar date of the Gregorian calendar (Howard Hinnant's algorithm). */
export function dayOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = ((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) | 0;
  return era * 146_097 + ofEra * 365 + ((ofEra / 4) | 0) - ((ofEra / 100) | 0) + ofYear + day - 1 - 719_468;
}

/** Calendar date of a day number, as one number `year * 10000 + month * 100 + day`. */
export function civilOf(days: number): number {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const ofEra = z - era * 146_097;
  const yearOfEra = ((ofEra - ((ofEra / 1460) | 0) + ((ofEra / 36_524) | 0) - ((ofEra / 146_096) | 0)) / 365) | 0;
  const ofYear = ofEra - (365 * yearOfEra + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0));
  const shifted = ((5 * ofYear + 2) / 153) | 0;
  const day = ofYear - (((153 * shifted + 2) / 5) | 0) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return year * 10_000 + month * 100 + day;
}

export const yearOfDay = (days: number): number => (civilOf(days) / 10_000) | 0;

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (LENGTHS[month - 1] ?? 31);

/** The anniversary: the same month and day, the last of February for a 29th in a common year. */
export function anniversary(days: number, years: number): number {
  const civil = civilOf(days);
  const year = ((civil / 10_000) | 0) + years;
  const month = ((civil / 100) | 0) % 100;
  return dayOf(year, month, Math.min(civil % 100, daysInMonth(year, month)));
}

const digits = (text: string, from: number, to: number): number => {
  let value = 0;
  for (let index = from; index < to; index += 1) value = value * 10 + text.charCodeAt(index) - 48;
  return value;
};

/** First day that `YYYY`, `YYYY-MM` or `YYYY-MM-DD` may mean. */
export const firstDay = (date: string): number =>
  dayOf(digits(date, 0, 4), date.length > 4 ? digits(date, 5, 7) : 1, date.length > 7 ? digits(date, 8, 10) : 1);

/** Last day that `YYYY`, `YYYY-MM` or `YYYY-MM-DD` may mean. */
export function lastDay(date: string): number {
  if (date.length > 7) return firstDay(date);
  const year = digits(date, 0, 4);
  const month = date.length > 4 ? digits(date, 5, 7) : 12;
  return dayOf(year, month, daysInMonth(year, month));
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** The date as written: a day, a month or a year, by what it leaves open; undefined when unknown. */
export function writtenDate(first: number, last: number): string | undefined {
  if (first === UNKNOWN_FIRST) return undefined;
  const civil = civilOf(first);
  const year = String((civil / 10_000) | 0).padStart(4, '0');
  const month = pad(((civil / 100) | 0) % 100);
  if (first === last) return `${year}-${month}-${pad(civil % 100)}`;
  return last - first < 31 ? `${year}-${month}` : year;
}

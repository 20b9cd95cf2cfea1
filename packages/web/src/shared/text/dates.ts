/** Dates as people read them. Instants are UTC ISO strings, shown in Asia/Shanghai (UTC+8, no summer time since 1991). */
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;
const two = (value: number) => String(value).padStart(2, '0');

/** The calendar date in Asia/Shanghai of an instant, `YYYY-MM-DD`. */
export const dateOf = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3600_000).toISOString().slice(0, 10);

/** `2026-10-27` → `2026年10月27日（周二）`; without the weekday when `plain`. */
export function formatDate(date: string, plain = false): string {
  const at = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return date;
  const text = `${at.getUTCFullYear()}年${at.getUTCMonth() + 1}月${at.getUTCDate()}日`;
  return plain ? text : `${text}（${WEEKDAYS[at.getUTCDay()]}）`;
}

/** `2026-10` → `2026年10月`; a full date is shown in full. */
export function formatMonth(month: string): string {
  const [year, number] = month.split('-');
  return number ? `${year}年${Number(number)}月` : `${year}年`;
}

/** `2019年3月至2020年11月`; `至今` without an end, one month where both are the same. */
export function formatMonths(from: string, to: string | null): string {
  if (from === to) return formatMonth(from);
  return `${formatMonth(from)}至${to === null ? '今' : formatMonth(to)}`;
}

/** `2026-10-27T09:00:00Z` → `2026年10月27日（周二）17:00`; with seconds when asked. */
export function formatInstant(instant: string, seconds = false): string {
  const local = new Date(Date.parse(instant) + 8 * 3600_000);
  if (Number.isNaN(local.getTime())) return instant;
  const time = `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`;
  return `${formatDate(local.toISOString())}${time}${seconds ? `:${two(local.getUTCSeconds())}` : ''}`;
}

/** `10:32:05` in Asia/Shanghai. */
export const formatTime = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3600_000).toISOString().slice(11, 19);

/** Calendar days from one date to another; negative when `to` is before `from`. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** `2024-06-30` plus days, calendar days. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

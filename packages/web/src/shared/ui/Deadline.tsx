import { dateOf, daysBetween, formatInstant } from '../text/dates.ts';

/**
 * 2026年10月27日（周二）17:00，还剩 5 个工作日. `until` and `now` are instants; `workingDaysLeft` comes from the server's
 * calendar, without it calendar days are said. Passed deadlines say so.
 */
export function Deadline({ until, now, workingDaysLeft }: { until: string; now?: string; workingDaysLeft?: number }) {
  const passed = now !== undefined && Date.parse(now) >= Date.parse(until);
  const days = now === undefined ? null : daysBetween(dateOf(now), dateOf(until));
  const left = passed
    ? '已截止'
    : workingDaysLeft !== undefined
      ? workingDaysLeft === 0
        ? '今天截止'
        : `还剩 ${workingDaysLeft} 个工作日`
      : days === null
        ? null
        : days === 0
          ? '今天截止'
          : `还剩 ${days} 天`;
  const near = passed || (workingDaysLeft ?? days ?? 99) <= 2;
  return (
    <span className={near ? 'zp-deadline zp-deadline-near' : 'zp-deadline'}>
      <time dateTime={until}>{formatInstant(until)}</time>
      {left ? <>，{left}</> : null}
    </span>
  );
}

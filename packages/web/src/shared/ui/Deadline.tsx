import { dateOf, daysBetween, formatDate, formatInstant } from '../text/dates.ts';

const ONE_MS = 1;
const endsAtMidnight = (until: string) => formatInstant(until).endsWith('00:00');
/** The last day on which it can still be done: midnight belongs to the day it ends. */
const lastDay = (until: string) => dateOf(new Date(Date.parse(until) - ONE_MS).toISOString());

/**
 * 2026年10月27日（周二）17:00，还剩 5 个工作日; a deadline at midnight is said as 24:00 of the day it ends. `until` and `now` are instants; `workingDaysLeft` comes from the server's
 * calendar, without it calendar days are said. Passed deadlines say so.
 */
export function Deadline(props: {
  until: string;
  now?: string;
  workingDaysLeft?: number;
  /** A year whose holidays are not known yet was counted in: the day may still move. */
  provisional?: boolean;
}) {
  const { until, now, workingDaysLeft } = props;
  const passed = now !== undefined && Date.parse(now) >= Date.parse(until);
  const days = now === undefined ? null : daysBetween(dateOf(now), lastDay(until));
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
      <time dateTime={until}>
        {endsAtMidnight(until) ? `${formatDate(lastDay(until))}24:00` : formatInstant(until)}
      </time>
      {left ? <>，{left}</> : null}
      {props.provisional === true && !passed ? <>（按周末推算，放假安排公布后可能变动）</> : null}
    </span>
  );
}

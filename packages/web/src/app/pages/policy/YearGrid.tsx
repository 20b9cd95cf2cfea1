import { type CalendarYear, daysInMonth, formatDate as dateOf, makeCalendar, weekday, workingDay } from '@zhiping/core';
import './calendar.css';

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
const WEEK = ['一', '二', '三', '四', '五', '六', '日'] as const;

/** A year as people check it against the notice: days off marked 休 on workdays and holidays, worked weekends marked 班. */
export function YearGrid({ calendar }: { calendar: CalendarYear }) {
  const table = makeCalendar([calendar]);
  const { year } = calendar;
  const days = MONTHS.flatMap((month) =>
    Array.from({ length: daysInMonth(year, month) }, (_, index) => dateOf({ year, month, day: index + 1 })),
  );
  const worked = days.filter((day) => workingDay(table, day).working).length;
  return (
    <div className="zp-stack">
      <p className="zp-muted">全年 {worked} 个工作日。标“休”的是通知规定的放假日，标“班”的是调休上班的周末。</p>
      <div className="zp-year">
        {MONTHS.map((month) => (
          <Month key={month} year={year} month={month} table={table} />
        ))}
      </div>
    </div>
  );
}

function Month(props: { year: number; month: number; table: ReturnType<typeof makeCalendar> }) {
  const { year, month, table } = props;
  const blank = weekday(dateOf({ year, month, day: 1 })) - 1;
  const cells = Array.from({ length: daysInMonth(year, month) }, (_, index) => index + 1);
  return (
    <section aria-label={`${year}年${month}月`} className="zp-month">
      <h3>{month}月</h3>
      <ol className="zp-month-days">
        {WEEK.map((day) => (
          <li key={day} className="zp-muted" aria-hidden="true">
            {day}
          </li>
        ))}
        {Array.from({ length: blank }, (_, index) => (
          <li key={`blank-${index}`} aria-hidden="true" />
        ))}
        {cells.map((day) => {
          const date = dateOf({ year, month, day });
          const off = table.off.get(date);
          const work = table.work.has(date);
          const kind = work ? 'work' : off === undefined ? (weekday(date) > 5 ? 'weekend' : 'plain') : 'off';
          return (
            <li key={day} className={`zp-day zp-day-${kind}`} title={off ?? (work ? '调休上班' : '')}>
              {day}
              {work ? <small>班</small> : off === undefined ? null : <small>休</small>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

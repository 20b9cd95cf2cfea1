export {
  addDays,
  addMonths,
  type CalendarDate,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  daysInMonth,
  formatDate,
  isDate,
  readDate,
  weekday,
  yearOf,
} from './date.ts';
export {
  clockAt,
  dateAt,
  endOfDay,
  type Instant,
  instantAt,
  instantOf,
  millisecondsOf,
  startOfDay,
} from './instant.ts';
export { lastStartFor, type PeriodEnd, periodEnd, type WorkingPeriod, workingDaysUntil } from './period.ts';
export {
  calendarProblems,
  type CalendarYear,
  calendarYearSchema,
  type DayAnswer,
  makeCalendar,
  parseCalendarYear,
  type WorkingCalendar,
  workingDay,
} from './table.ts';
export { closingWords, dateWords, instantWords } from './words.ts';

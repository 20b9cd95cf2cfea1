import {
  type CalendarDate,
  dateAt,
  dateWords,
  instantOf,
  lastStartFor,
  millisecondsOf,
  yearOf,
} from '../calendar/index.ts';
import { type Process, stageOf, windowOf } from './process.ts';
import type { CaseState } from './state.ts';
import { timeline } from './timeline.ts';

export interface LastSafeDay {
  /** The last day on which the present step may be done. */
  readonly date: CalendarDate;
  /** How it comes about. */
  readonly words: string;
}

/**
 * Before the unit's publicity has begun: the last day that leaves it time to be over before its window closes, the day
 * after it being left for the next step; never later than the window of the present stage (LN-2024 五(四), ZJ 三). Null
 * once a publicity runs or lies behind, and where the plan has none ahead.
 */
export function lastSafeDay(process: Process, state: CaseState, startedAt: string): LastSafeDay | null {
  if (state.period !== null) return null;
  const ahead = timeline(process, state, startedAt)
    .filter((mark) => mark.state === 'now' || mark.state === 'ahead')
    .map((mark) => stageOf(process, mark.stage));
  const publicity = ahead.find(({ actions }) => actions.some((one) => one.do.includes('start-unit-publicity')));
  const closing = publicity?.deadlines.find(({ kind }) => kind === 'window');
  if (closing?.kind !== 'window') return null;
  const closesOn = windowOf(process.plan, closing.window).closesOn;
  const latestEnd = dateAt(instantOf(millisecondsOf(`${closesOn}T00:00:00.000Z`) - 24 * 3_600_000));
  const start = lastStartFor(process.calendar, latestEnd, process.plan.publicity.unit);
  const words =
    `单位公示须满 ${process.plan.publicity.unit.workingDays} 个工作日，` +
    `最迟须在${dateWords(start)}开始，才来得及在${dateWords(closesOn)}截止前办完。` +
    (process.calendar.years.has(yearOf(closesOn)) ? '' : '当年放假安排还没有录入，按周末推算，可能变动。');
  const own = ahead[0]?.deadlines.find(({ kind }) => kind === 'window');
  const ownDay = own?.kind === 'window' ? windowOf(process.plan, own.window).closesOn : null;
  if (ownDay === null || ownDay >= start) return { date: start, words };
  return { date: ownDay, words: `本环节最迟在${dateWords(ownDay)}办完；${words}` };
}

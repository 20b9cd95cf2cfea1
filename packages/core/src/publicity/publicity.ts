import {
  type CalendarDate,
  dateAt,
  type Instant,
  periodEnd,
  startOfDay,
  type WorkingCalendar,
  type WorkingPeriod,
} from '../calendar/index.ts';
import { type ObjectionState, openObjections } from './objection.ts';

/** A publicity as it stands: of a unit for one application, or of the results of a meeting. */
export interface Publicity {
  readonly startsOn: CalendarDate;
  readonly lastDay: CalendarDate;
  /** First instant after the period; an objection is in time iff earlier. */
  readonly endsAt: Instant;
  readonly closed: 'concluded' | 'invalid' | null;
}

/** The period of a publicity that begins on `startsOn`, by the plan's number of working days (LN-2024 五(四), 九2). */
export function publicityPeriod(
  calendar: WorkingCalendar,
  startsOn: CalendarDate,
  rule: WorkingPeriod,
): Omit<Publicity, 'closed'> & { readonly provisional: boolean } {
  const { lastDay, endsAt, provisional } = periodEnd(calendar, startsOn, rule);
  return { startsOn, lastDay, endsAt, provisional };
}

/**
 * `ahead` before its first day, `running` while objections are in time, `over` afterwards, else how it was closed.
 * A publicity cannot be closed as concluded before it is over, so `concluded` implies that the period was kept.
 */
export type PublicityPhase = 'ahead' | 'running' | 'over' | 'concluded' | 'invalid';

export function phaseOf(publicity: Publicity, now: Instant): PublicityPhase {
  if (publicity.closed !== null) return publicity.closed;
  if (now < startOfDay(publicity.startsOn)) return 'ahead';
  return now < publicity.endsAt ? 'running' : 'over';
}

/** Public pages show names only while objections are in time; afterwards they leave (个人信息保护法 第6条, 最小必要). */
export function isPublic(publicity: Publicity, now: Instant): boolean {
  return phaseOf(publicity, now) === 'running';
}

/** Why a publicity may not be concluded now. */
export type ConcludeRefusal =
  | { readonly code: 'CLOSED' }
  | { readonly code: 'RUNNING'; readonly lastDay: CalendarDate; readonly today: CalendarDate }
  | { readonly code: 'OBJECTION_OPEN'; readonly count: number };

/**
 * Null when it may be concluded: the period is over and every objection has been answered. An upheld objection does not
 * hinder, because what was disputed has been taken out before (LN-2024 五(四)).
 */
export function concludeRefusal(
  publicity: Publicity,
  objections: readonly ObjectionState[],
  now: Instant,
): ConcludeRefusal | null {
  const phase = phaseOf(publicity, now);
  if (phase === 'concluded' || phase === 'invalid') return { code: 'CLOSED' };
  if (phase !== 'over') return { code: 'RUNNING', lastDay: publicity.lastDay, today: dateAt(now) };
  const count = openObjections(objections);
  return count === 0 ? null : { code: 'OBJECTION_OPEN', count };
}

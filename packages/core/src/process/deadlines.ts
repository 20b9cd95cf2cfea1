import { dateAt, type Instant, periodEnd } from '../calendar/index.ts';
import type { StageDeadline } from '../plan/index.ts';
import { type Process, stageOf, windowOf, windowTimes } from './process.ts';
import type { CaseState } from './state.ts';

/** One open deadline of an application. */
export interface Deadline {
  /** Unique within the application: stage and position. */
  readonly key: string;
  readonly name: string;
  /** In time iff earlier than this. */
  readonly dueAt: Instant;
  /** The action `time` performs when it is due; null where it only marks a date. */
  readonly then: string | null;
  /** Computed over a year whose holidays are not known yet. */
  readonly provisional: boolean;
  /** The window that sets it: closing a window expires all its applications together. */
  readonly window: string | null;
}

/** All open deadlines of an application, earliest first. A function of the state alone: the rows are replaced by it. */
export function deadlinesOf(process: Process, state: CaseState): readonly Deadline[] {
  const stage = stageOf(process, state.stage);
  return stage.deadlines
    .map((deadline, index) => resolve(process, state, deadline, `${stage.id}.${index}`))
    .filter((deadline) => deadline !== null)
    .toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
}

function resolve(process: Process, state: CaseState, deadline: StageDeadline, key: string): Deadline | null {
  switch (deadline.kind) {
    case 'window': {
      const window = windowOf(process.plan, deadline.window);
      return {
        key,
        name: deadline.name ?? `${window.name}截止`,
        dueAt: windowTimes(window).closesAt,
        then: deadline.then,
        provisional: false,
        window: window.id,
      };
    }
    case 'after-window': {
      const window = windowOf(process.plan, deadline.window);
      const end = periodEnd(process.calendar, window.closesOn, deadline);
      return {
        key,
        name: deadline.name,
        dueAt: end.endsAt,
        then: deadline.then,
        provisional: end.provisional,
        window: null,
      };
    }
    case 'after-entering': {
      // Told once: what is overdue already waits for a person, not for the clock.
      if (state.overdueSince !== null) return null;
      const end = periodEnd(process.calendar, dateAt(state.since), deadline);
      return {
        key,
        name: deadline.name,
        dueAt: end.endsAt,
        then: deadline.then,
        provisional: end.provisional,
        window: null,
      };
    }
    case 'period':
      // While a result is held back its publicity cannot conclude; releasing brings the row back.
      if (state.period === null || state.held !== null) return null;
      return {
        key,
        name: deadline.name,
        dueAt: state.period.endsAt,
        then: deadline.then ?? null,
        provisional: state.period.provisional,
        window: null,
      };
  }
}

/** The earliest deadline that would end the application if nobody acts. */
export function endingDeadline(process: Process, state: CaseState): Deadline | null {
  return deadlinesOf(process, state).find(({ then }) => then !== null) ?? null;
}

import { type CalendarDate, type Instant } from '../calendar/index.ts';
import type { Plan } from '../plan/index.ts';
import { type Deadline, deadlinesOf } from './deadlines.ts';
import { type Process, windowOf, windowTimes } from './process.ts';
import type { CaseState } from './state.ts';

/** The plan with later last days of some windows, by id; everything else as it was published. */
export function withClosings(plan: Plan, closings: ReadonlyMap<string, CalendarDate>): Plan {
  if (closings.size === 0) return plan;
  return {
    ...plan,
    windows: plan.windows.map((window) => ({ ...window, closesOn: closings.get(window.id) ?? window.closesOn })),
  };
}

/** A deadline of a stage that an extension moves. */
export interface MovedDeadline {
  readonly stage: string;
  readonly from: Deadline;
  readonly to: Deadline;
}

/**
 * Deadlines that hang on windows and are not the same under both processes, stage by stage. Those that hang on the day a
 * stage was entered, or on a publicity that runs, do not move.
 */
export function movedDeadlines(before: Process, after: Process): readonly MovedDeadline[] {
  return before.plan.stages.flatMap(({ id }) => {
    const [from, to] = [windowDeadline(before, id), windowDeadline(after, id)];
    return from === null || to === null || from.dueAt === to.dueAt ? [] : [{ stage: id, from, to }];
  });
}

function windowDeadline(process: Process, stage: string): Deadline | null {
  const subject = { specialty: '', level: 'senior', route: 'normal' } as const;
  // Overdue and without a period, so that only what hangs on windows is left.
  const bare: CaseState = {
    subject,
    stage,
    since: '2000-01-01T00:00:00.000Z',
    submissions: 0,
    granted: 0,
    returned: null,
    openedAt: null,
    period: null,
    held: null,
    overdueSince: '2000-01-01T00:00:00.000Z',
    steps: [],
  };
  return deadlinesOf(process, bare).find(({ then }) => then !== null) ?? null;
}

/**
 * The state an application goes back to when the window that ended it is extended; null where something else ended it.
 * It stands where it stood, with what had been returned to it; a publicity that ran must start again.
 */
export function revived(
  before: Process,
  state: CaseState,
  windowId: string,
  at: Instant,
  reason: string,
): CaseState | null {
  const last = state.steps.at(-1);
  if (last === undefined || last.by !== 'time' || last.to !== state.stage) return null;
  const stage = before.stages.get(last.from);
  const { closesAt } = windowTimes(windowOf(before.plan, windowId));
  const ended =
    stage?.deadlines.some((deadline) => deadline.kind === 'window' && deadline.window === windowId) ?? false;
  if (!ended || last.at < closesAt) return null;
  const step = { action: 'extend', by: 'office', at, from: state.stage, to: last.from, reason } as const;
  return { ...state, stage: last.from, since: at, steps: [...state.steps, step] };
}

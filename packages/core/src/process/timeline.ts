import { type CalendarDate, dateAt, type Instant, instantOf, millisecondsOf } from '../calendar/index.ts';
import { ACTOR_NAMES } from '../plan/index.ts';
import { deadlinesOf } from './deadlines.ts';
import { mainTarget } from './explain.ts';
import { type Process, stageOf } from './process.ts';
import type { CaseState } from './state.ts';

/** One mark of the drawn timeline. */
export interface TimelineMark {
  readonly stage: string;
  readonly name: string;
  readonly label: string | null;
  /** `done` in the past, `now` the present stage, `stopped` an end other than success, `ahead` still to come. */
  readonly state: 'done' | 'now' | 'stopped' | 'ahead';
  /** Day the stage was entered; null ahead. */
  readonly from: CalendarDate | null;
  /** Day it was left, or the latest day on which it must be left where the plan sets one. */
  readonly to: CalendarDate | null;
  readonly whoName: string;
  /** How the stage was left, e.g. 退回补正; null for the present and what is ahead. */
  readonly how: string | null;
}

/**
 * The whole way of one application: every visit of a stage in the past (a returned application visits a stage more
 * than once), the present one, and the ordinary way ahead.
 */
export function timeline(process: Process, state: CaseState, startedAt: Instant): readonly TimelineMark[] {
  return [...past(process, state, startedAt), present(process, state), ...ahead(process, state)];
}

function past(process: Process, state: CaseState, startedAt: Instant): TimelineMark[] {
  const marks: TimelineMark[] = [];
  let entered = startedAt;
  for (const step of state.steps) {
    if (step.from === step.to) continue;
    const stage = stageOf(process, step.from);
    marks.push({
      stage: stage.id,
      name: stage.name,
      label: stage.label ?? null,
      state: 'done',
      from: dateAt(entered),
      to: dateAt(step.at),
      whoName: ACTOR_NAMES[step.by],
      how: stage.actions.find(({ id }) => id === step.action)?.name ?? step.action,
    });
    entered = step.at;
  }
  return marks;
}

function present(process: Process, state: CaseState): TimelineMark {
  const stage = stageOf(process, state.stage);
  return {
    stage: stage.id,
    name: stage.name,
    label: stage.label ?? null,
    state: stage.end === 'stopped' ? 'stopped' : stage.end === 'success' ? 'done' : 'now',
    from: dateAt(state.since),
    to: lastDayOf(process, state),
    whoName: ACTOR_NAMES[stage.waitsFor],
    how: null,
  };
}

function ahead(process: Process, state: CaseState): TimelineMark[] {
  const marks: TimelineMark[] = [];
  if (stageOf(process, state.stage).end) return marks;
  const seen = new Set([state.stage]);
  for (let id = mainTarget(process, state, state.stage); id !== undefined && !seen.has(id); ) {
    seen.add(id);
    const stage = stageOf(process, id);
    marks.push({
      stage: id,
      name: stage.name,
      label: stage.label ?? null,
      state: 'ahead',
      from: null,
      // Only dates the plan fixes; what depends on the day of entering is not known yet.
      to: lastDayOf(process, { ...state, stage: id, period: null, overdueSince: state.since }),
      whoName: ACTOR_NAMES[stage.waitsFor],
      how: null,
    });
    id = mainTarget(process, state, id);
  }
  return marks;
}

function lastDayOf(process: Process, state: CaseState): CalendarDate | null {
  const due = deadlinesOf(process, state)[0]?.dueAt;
  // `dueAt` is the first instant too late: a millisecond before it is the last day.
  return due === undefined ? null : dateAt(instantOf(millisecondsOf(due) - 1));
}

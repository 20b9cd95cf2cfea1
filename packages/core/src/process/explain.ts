import { closingWords, dateWords, type Instant } from '../calendar/index.ts';
import { ACTOR_NAMES, type ProcessActor } from '../plan/index.ts';
import { type Deadline, endingDeadline } from './deadlines.ts';
import { type Process, stageOf } from './process.ts';
import { submissionsLeft } from './rules.ts';
import type { CaseState } from './state.ts';

/** Why an application waits, who must act, until when, and what comes next: sentences in Chinese. */
export interface Explanation {
  readonly why: string;
  readonly who: ProcessActor | 'nobody';
  readonly whoName: string;
  readonly until: { readonly at: Instant; readonly words: string; readonly provisional: boolean } | null;
  readonly next: string;
}

/** Explains any state of any plan; never empty. `now` decides whether a date is still to come. */
export function explain(process: Process, state: CaseState, now: Instant): Explanation {
  const who = whoActs(process, state, now);
  return {
    why: reason(process, state, now),
    who,
    whoName: ACTOR_NAMES[who],
    until: until(process, state, now),
    next: nextStep(process, state),
  };
}

function whoActs(process: Process, state: CaseState, now: Instant): ProcessActor | 'nobody' {
  const stage = stageOf(process, state.stage);
  if (stage.end) return 'nobody';
  if (isLocked(process, state)) return 'office';
  if (state.held !== null) return 'office';
  // The unit publicises, then time runs, then the unit concludes.
  if (state.period !== null && now < state.period.endsAt) return 'time';
  if (state.period === null && stage.waitsFor === 'time' && stage.whyBefore !== undefined) return 'office';
  if (state.overdueSince !== null) return 'office';
  return stage.waitsFor;
}

function reason(process: Process, state: CaseState, now: Instant): string {
  const stage = stageOf(process, state.stage);
  if (isLocked(process, state)) return stage.whyLocked ?? stage.why;
  if (state.held !== null) return `${stage.whyHeld ?? stage.why}理由：${state.held.reason}`;
  if (state.returned !== null) {
    const from = stageOf(process, state.returned.from).name;
    return `“${from}”环节退回，共 ${state.returned.items.length} 项需要补正。${stage.whyReturned ?? stage.why}`;
  }
  if (state.period !== null) {
    const { startsOn, lastDay, endsAt } = state.period;
    const range = `公示自${dateWords(startsOn)}至${dateWords(lastDay)}`;
    return now < endsAt ? `${range}，期满前可以提出异议。` : `${range}，现已期满。`;
  }
  if (stage.whyBefore !== undefined) return stage.whyBefore;
  if (state.overdueSince !== null) return `${stage.why}现已超过规定期限，等待评委会办公室处理。`;
  return `${stage.why}${lastReason(process, state)}`;
}

/** The reason given with the step that led here: why it ended, or why a publicity was declared invalid. */
function lastReason(process: Process, state: CaseState): string {
  const step = state.steps.at(-1);
  if (!step || step.reason === null || step.to !== state.stage) return '';
  const action = stageOf(process, step.from).actions.find(({ id }) => id === step.action);
  return `${action?.name ?? step.action}，理由：${step.reason}`;
}

function until(process: Process, state: CaseState, now: Instant): Explanation['until'] {
  const running = state.period !== null && now < state.period.endsAt ? state.period : null;
  const deadline: Pick<Deadline, 'dueAt' | 'provisional'> | null =
    running === null ? endingDeadline(process, state) : { dueAt: running.endsAt, provisional: running.provisional };
  if (deadline === null) return null;
  return { at: deadline.dueAt, words: closingWords(deadline.dueAt), provisional: deadline.provisional };
}

function nextStep(process: Process, state: CaseState): string {
  const stage = stageOf(process, state.stage);
  if (stage.end === 'success') return '全部环节已经办完。';
  if (stage.end === 'stopped') return '本次申报已经结束，办理记录仍可查阅。';
  const main = stage.actions.find((action) => action.main);
  const target = main?.to === undefined ? undefined : mainTarget(process, state, stage.id);
  if (main === undefined || target === undefined) return '办理完毕后进入下一环节。';
  const next = stageOf(process, target);
  return next.end === 'success'
    ? `${main.name}后，${next.why}`
    : `${main.name}后，进入“${next.name}”，由${ACTOR_NAMES[next.waitsFor]}办理。`;
}

/** Where the ordinary way leads from a stage, for this application's subject. */
export function mainTarget(process: Process, state: CaseState, stageId: string): string | undefined {
  const main = stageOf(process, stageId).actions.find((action) => action.main);
  if (main?.to === undefined || typeof main.to === 'string') return main?.to;
  const association = process.plan.specialties.find(({ id }) => id === state.subject.specialty)?.association;
  const branch = main.to.find(
    ({ when }) => when === undefined || when === 'recommended' || (when === 'association-seals' && association),
  );
  return branch?.stage;
}

function isLocked(process: Process, state: CaseState): boolean {
  const stage = stageOf(process, state.stage);
  const submits = stage.actions.some((action) => action.do.includes('count-submission'));
  return submits && submissionsLeft(process, state) === 0;
}

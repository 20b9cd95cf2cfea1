import type { Instant } from '../calendar/index.ts';
import type { Effect, ProcessActor, StageAction } from '../plan/index.ts';
import { type Deadline, deadlinesOf } from './deadlines.ts';
import { applyEffect } from './effects.ts';
import { type Process, stageOf } from './process.ts';
import type { Refusal } from './refusal.ts';
import { checkRule, conditionHolds, type Situation } from './rules.ts';
import type { ActionInput, CaseState, Subject } from './state.ts';

/** One attempt to do something with an application. */
export interface Attempt {
  readonly action: string;
  /** What the actor is to this application, as the permission table found it. */
  readonly actors: ReadonlySet<string>;
  readonly input?: ActionInput;
  /** Business time at which the request was complete (`receivedAt`). */
  readonly now: Instant;
}

/** What happened, for the record. */
export interface ProcessEvent {
  readonly type: `application.${string}`;
  readonly by: ProcessActor;
  readonly from: string;
  readonly to: string;
  readonly at: Instant;
}

export type Outcome =
  | {
      readonly ok: true;
      readonly state: CaseState;
      readonly event: ProcessEvent;
      /** All open deadlines afterwards; they replace the former ones. */
      readonly deadlines: readonly Deadline[];
      /** Effects of the action, in order; `freeze-snapshot` is for the server to carry out. */
      readonly effects: readonly Effect[];
    }
  | { readonly ok: false; readonly refusal: Refusal };

/** The state of a new application. */
export function begin(process: Process, subject: Subject, now: Instant): CaseState {
  return {
    subject,
    stage: process.plan.start,
    since: now,
    submissions: 0,
    granted: 0,
    returned: null,
    openedAt: null,
    period: null,
    held: null,
    overdueSince: null,
    steps: [],
  };
}

/** Decides one attempt. Pure: the caller stores state, event and deadlines in one transaction. */
export function apply(process: Process, state: CaseState, attempt: Attempt): Outcome {
  const stage = stageOf(process, state.stage);
  const action = stage.actions.find(({ id }) => id === attempt.action);
  if (!action) return { ok: false, refusal: { code: 'ACTION_NOT_IN_STAGE', stageName: stage.name } };
  const by = action.by.find((actor) => attempt.actors.has(actor));
  if (!by) return { ok: false, refusal: { code: 'ACTION_NOT_YOURS' } };

  const situation: Situation = { process, state, input: attempt.input ?? {}, now: attempt.now };
  for (const rule of action.needs) {
    const refusal = checkRule(rule, situation);
    if (refusal) return { ok: false, refusal };
  }

  const to = targetOf(action, situation);
  const changed = action.do.reduce((current, effect) => applyEffect(effect, current, situation), state);
  const reason = attempt.input?.reason?.trim() ?? '';
  const step = { action: action.id, by, at: attempt.now, from: state.stage, to, reason: reason === '' ? null : reason };
  const next: CaseState = {
    ...(to === state.stage ? changed : enter(changed, to, attempt.now)),
    steps: action.to === undefined && action.do.length === 0 ? state.steps : [...state.steps, step],
  };
  return {
    ok: true,
    state: next,
    event: { type: `application.${action.id}`, by, from: step.from, to, at: attempt.now },
    deadlines: deadlinesOf(process, next),
    effects: action.do,
  };
}

/** An action that could be tried now, and what stands in its way apart from its input. */
export interface AvailableAction {
  readonly id: string;
  readonly name: string;
  readonly main: boolean;
  readonly obstacle: Refusal | null;
}

/** Rules that look at the input: an action is offered without it. */
const ABOUT_INPUT: ReadonlySet<string> = new Set([
  'items-listed',
  'items-decided',
  'reason-given',
  'reason-if-overdue',
  'content-complete',
  'committee-chosen',
  'consents-given',
  'post-recorded',
  'no-open-objection',
]);

/** Actions of a stage for somebody in the relations `actors`, each with the obstacle that holds it back now. */
export function available(
  process: Process,
  state: CaseState,
  actors: ReadonlySet<string>,
  now: Instant,
): readonly AvailableAction[] {
  const situation: Situation = { process, state, input: {}, now };
  return stageOf(process, state.stage)
    .actions.filter((action) => action.by.some((actor) => actors.has(actor)))
    .map((action) => ({
      id: action.id,
      name: action.name,
      main: action.main,
      obstacle:
        action.needs
          .filter(({ rule }) => !ABOUT_INPUT.has(rule))
          .map((rule) => checkRule(rule, situation))
          .find((refusal) => refusal !== null) ?? null,
    }));
}

function targetOf(action: StageAction, situation: Situation): string {
  if (action.to === undefined) return situation.state.stage;
  if (typeof action.to === 'string') return action.to;
  const branch = action.to.find(({ when }) => when === undefined || conditionHolds(when, situation));
  if (!branch) throw new RangeError(`操作 ${action.id} 没有去向`);
  return branch.stage;
}

/** What belongs to a stage ends with it. */
function enter(state: CaseState, stage: string, now: Instant): CaseState {
  return { ...state, stage, since: now, openedAt: null, period: null, held: null, overdueSince: null };
}

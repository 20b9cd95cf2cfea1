import { dateAt, type Instant } from '../calendar/index.ts';
import { type Condition, type Rule, specialtyOf } from '../plan/index.ts';
import { endingDeadline } from './deadlines.ts';
import { type Process, windowOf, windowTimes } from './process.ts';
import type { Refusal } from './refusal.ts';
import type { ActionInput, CaseState } from './state.ts';

export interface Situation {
  readonly process: Process;
  readonly state: CaseState;
  readonly input: ActionInput;
  readonly now: Instant;
}

/** The registry behind `needs`: null when the rule holds, else why not. */
export function checkRule(rule: Rule, situation: Situation): Refusal | null {
  const { process, state, input, now } = situation;
  switch (rule.rule) {
    case 'window-open': {
      const window = windowOf(process.plan, rule.window);
      const { opensAt, closesAt } = windowTimes(window);
      if (now < opensAt) return { code: 'WINDOW_NOT_OPEN', window: window.name, opensOn: window.opensOn };
      if (now >= closesAt) return { code: 'WINDOW_CLOSED', window: window.name, closedAt: closesAt };
      return null;
    }
    case 'submissions-left':
      return submissionsLeft(process, state) === 0
        ? { code: 'SUBMISSIONS_USED_UP', limit: submissionLimit(process, state) ?? 0 }
        : null;
    case 'locked': {
      const left = submissionsLeft(process, state);
      if (left === null) return { code: 'SUBMISSIONS_UNLIMITED' };
      return left === 0 && process.plan.submissions.officeMayUnlock ? null : { code: 'SUBMISSIONS_LEFT', left };
    }
    case 'opened':
      return state.openedAt === null ? { code: 'CHECK_NOT_OPENED' } : null;
    case 'not-opened':
      return state.openedAt === null ? null : { code: 'CHECK_ALREADY_OPENED' };
    case 'items-listed': {
      const items = input.items ?? [];
      const complete = items.every(({ place, problem, whatToDo }) => [place, problem, whatToDo].every(isFilled));
      return items.length > 0 && complete ? null : { code: 'ITEMS_MISSING' };
    }
    case 'items-decided': {
      const places = input.undecided ?? [];
      return places.length === 0 ? null : { code: 'ITEMS_UNDECIDED', places };
    }
    case 'reason-given':
      return isFilled(input.reason) ? null : { code: 'REASON_MISSING' };
    case 'reason-if-overdue':
      return !isOverdue(situation) || isFilled(input.reason) ? null : { code: 'REASON_MISSING' };
    case 'content-complete': {
      const problems = input.contentProblems ?? [];
      return problems.length === 0 ? null : { code: 'CONTENT_INCOMPLETE', problems };
    }
    case 'committee-chosen': {
      const choice = process.plan.committeeChoice;
      if (!choice) return null;
      const fitting = choice.committees.filter(({ specialties }) => specialties.includes(state.subject.specialty));
      if (fitting.some(({ id }) => id === input.committee)) return null;
      const names = fitting.map(({ name }) => name);
      return { code: input.committee === undefined ? 'COMMITTEE_NOT_CHOSEN' : 'COMMITTEE_MISMATCH', names };
    }
    case 'consents-given': {
      const names = input.consentsMissing ?? [];
      return names.length === 0 ? null : { code: 'CONSENT_MISSING', names };
    }
    case 'post-recorded':
      return input.postMissing === true ? { code: 'POST_NOT_RECORDED' } : null;
    case 'period-not-started':
      if (state.period !== null) return { code: 'PUBLICITY_ALREADY_STARTED' };
      return (input.startsOn ?? dateAt(now)) < dateAt(now) ? { code: 'PUBLICITY_START_IN_PAST' } : null;
    case 'period-started':
      return state.period === null ? { code: 'PUBLICITY_NOT_STARTED' } : null;
    case 'period-over':
      if (state.period === null) return { code: 'PUBLICITY_NOT_STARTED' };
      return now >= state.period.endsAt ? null : { code: 'PUBLICITY_RUNNING', lastDay: state.period.lastDay };
    case 'no-open-objection': {
      const count = input.openObjections ?? 0;
      return count === 0 ? null : { code: 'OBJECTION_OPEN', count };
    }
    case 'held':
      return state.held === null ? { code: 'RESULT_NOT_HELD' } : null;
    case 'not-held':
      return state.held === null ? null : { code: 'RESULT_HELD' };
    case 'overdue':
      return isOverdue(situation) ? null : { code: 'NOT_OVERDUE' };
    case 'before-deadline': {
      const deadline = endingDeadline(process, state);
      return deadline === null || now < deadline.dueAt ? null : { code: 'DEADLINE_PASSED', dueAt: deadline.dueAt };
    }
    case 'deadline-passed': {
      const dueAt = endingDeadline(process, state)?.dueAt ?? null;
      return dueAt !== null && now >= dueAt ? null : { code: 'DEADLINE_NOT_REACHED', dueAt };
    }
  }
}

/** The registry behind `when`. */
export function conditionHolds(condition: Condition, { process, state, input }: Situation): boolean {
  switch (condition) {
    case 'recommended':
      return input.recommended === true;
    case 'seals-remain':
      return (input.sealsRemaining ?? 0) > 0;
    case 'association-seals':
      return specialtyOf(process.plan, state.subject.specialty)?.association !== undefined;
  }
}

/** How often an application may be submitted, what the office granted included; null where the plan sets no limit. */
export function submissionLimit(process: Process, state: CaseState): number | null {
  const { limit } = process.plan.submissions;
  return limit === null ? null : limit + state.granted;
}

/** Submissions an application still has; null where the plan sets no limit. */
export function submissionsLeft(process: Process, state: CaseState): number | null {
  const limit = submissionLimit(process, state);
  return limit === null ? null : Math.max(0, limit - state.submissions);
}

function isOverdue({ process, state, now }: Situation): boolean {
  if (state.overdueSince !== null) return true;
  const deadline = endingDeadline(process, state);
  return deadline !== null && now >= deadline.dueAt;
}

function isFilled(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}

import { dateAt, periodEnd } from '../calendar/index.ts';
import type { Effect } from '../plan/index.ts';
import type { Situation } from './rules.ts';
import type { CaseState } from './state.ts';

/** The registry behind `do`: what an effect changes in the state. */
export function applyEffect(effect: Effect, state: CaseState, situation: Situation): CaseState {
  const { input, now, process } = situation;
  switch (effect) {
    case 'count-submission':
      return { ...state, submissions: state.submissions + 1 };
    case 'unlock':
      return { ...state, granted: state.granted + 1 };
    case 'remember-return':
      return { ...state, returned: { from: situation.state.stage, at: now, items: input.items ?? [] } };
    case 'clear-return':
      return { ...state, returned: null };
    case 'open':
      return { ...state, openedAt: now };
    case 'start-unit-publicity':
    case 'start-result-publicity': {
      const rule = effect === 'start-unit-publicity' ? process.plan.publicity.unit : process.plan.publicity.result;
      const startsOn = input.startsOn ?? dateAt(now);
      const { lastDay, endsAt, provisional } = periodEnd(process.calendar, startsOn, rule);
      return { ...state, period: { startsOn, lastDay, endsAt, provisional } };
    }
    case 'clear-period':
      return { ...state, period: null };
    case 'hold':
      return { ...state, held: { since: now, reason: input.reason ?? '' } };
    case 'release':
      return { ...state, held: null };
    case 'note-overdue':
      return { ...state, overdueSince: now };
    // Carried out by the server in the same transaction; nothing changes in the state.
    case 'freeze-snapshot':
      return state;
  }
}

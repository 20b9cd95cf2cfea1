import { compareDate } from '../evaluate/dates.ts';
import { compilePredicate, personKey, rankOn, readClaim } from '../evaluate/predicate.ts';
import type { RecordData } from '../evaluate/predicate.ts';
import type { Predicate } from '../language/predicate.ts';
import { atLeastOf } from '../language/state.ts';
import { VALUES } from '../vocabulary/values.ts';
import type { ScaleId } from '../vocabulary/values.ts';

/** What one field must be. `allowed` has one bit per word of the scale, weak to strong. */
export type Constraint =
  | { readonly form: 'word'; readonly scale: ScaleId; readonly allowed: number }
  | { readonly form: 'claim'; readonly scale: ScaleId; readonly least: number; readonly most: number }
  | { readonly form: 'number'; readonly least: number; readonly most: number }
  | { readonly form: 'date'; readonly first: string; readonly last: string }
  | { readonly form: 'text'; readonly is: string | null; readonly not: readonly string[] }
  | { readonly form: 'yes'; readonly is: boolean }
  | { readonly form: 'experts'; readonly needs: readonly { readonly where: Predicate; readonly min: number }[] };

export const FIRST_DAY = '0001-01-01';
export const LAST_DAY = '9999-12-31';

/** Both at once; null when nothing can be both. */
export function intersect(a: Constraint, b: Constraint): Constraint | null {
  if (a.form === 'word' && b.form === 'word') {
    const allowed = a.allowed & b.allowed;
    return allowed === 0 ? null : { ...a, allowed };
  }
  if ((a.form === 'number' && b.form === 'number') || (a.form === 'claim' && b.form === 'claim')) {
    const least = Math.max(a.least, b.least);
    const most = Math.min(a.most, b.most);
    return least > most ? null : { ...a, least, most };
  }
  if (a.form === 'date' && b.form === 'date') {
    const first = a.first > b.first ? a.first : b.first;
    const last = a.last < b.last ? a.last : b.last;
    return first > last ? null : { ...a, first, last };
  }
  if (a.form === 'text' && b.form === 'text') {
    const is = a.is ?? b.is;
    const not = [...a.not, ...b.not];
    return (a.is !== null && b.is !== null && a.is !== b.is) || (is !== null && not.includes(is))
      ? null
      : { ...a, is, not };
  }
  if (a.form === 'yes' && b.form === 'yes') return a.is === b.is ? a : null;
  if (a.form === 'experts' && b.form === 'experts') return { ...a, needs: [...a.needs, ...b.needs] };
  return null;
}

/** How a written value stands to what is needed; `confirm`: claimed, a person must still confirm it. */
export type Standing = 'fulfilled' | 'confirm' | 'unknown' | 'wrong' | 'denied';

export function standingOf(constraint: Constraint, value: unknown): Standing {
  if (value === undefined) return 'unknown';
  switch (constraint.form) {
    case 'word':
      return (constraint.allowed & (1 << rankOn(constraint.scale, value as string))) === 0 ? 'wrong' : 'fulfilled';
    case 'claim':
      return claimStanding(constraint, value);
    case 'number':
      return (value as number) >= constraint.least && (value as number) <= constraint.most ? 'fulfilled' : 'wrong';
    case 'date': {
      const from = compareDate(value as string, '>=', constraint.first);
      const to = compareDate(value as string, '<=', constraint.last);
      if (from === 'unmet' || to === 'unmet') return 'wrong';
      return from === 'missing' || to === 'missing' ? 'unknown' : 'fulfilled';
    }
    case 'text':
      return (constraint.is !== null && value !== constraint.is) || constraint.not.includes(value as string)
        ? 'wrong'
        : 'fulfilled';
    case 'yes':
      return value === constraint.is ? 'fulfilled' : 'wrong';
    case 'experts':
      return constraint.needs.every((need) => lacking(need, value as readonly RecordData[]) === 0)
        ? 'fulfilled'
        : 'wrong';
    default:
      return constraint satisfies never;
  }
}

function claimStanding(constraint: Extract<Constraint, { form: 'claim' }>, value: unknown): Standing {
  const claim = readClaim(value);
  if (!claim) return 'unknown';
  const claimed = rankOn(constraint.scale, claim.claimed);
  const confirmed = claim.confirmed === undefined ? null : rankOn(constraint.scale, claim.confirmed);
  if (confirmed !== null) {
    return confirmed >= constraint.least && confirmed <= constraint.most ? 'fulfilled' : 'denied';
  }
  if (claimed < constraint.least) return 'wrong';
  return constraint.least === 0 && claimed <= constraint.most ? 'fulfilled' : 'confirm';
}

/** How many more experts are needed. People named twice are one. */
export function lacking(
  need: { readonly where: Predicate; readonly min: number },
  experts: readonly RecordData[],
): number {
  const test = compilePredicate(need.where);
  const fitting = new Set(
    experts.flatMap((expert, index) => (test(expert) === 'met' ? [personKey(expert, index)] : [])),
  );
  const states = [...fitting].map(() => 'met' as const);
  return atLeastOf(states, need.min) === 'met' ? 0 : need.min - fitting.size;
}

/**
 * The weakest value that fulfils the constraint, as a dossier writes it; `floor` is the least number the field can mean.
 * Experts are added by the caller.
 */
export function weakestValue(constraint: Constraint, floor: number): unknown {
  switch (constraint.form) {
    case 'word':
      return VALUES[constraint.scale].find((_, rank) => (constraint.allowed & (1 << rank)) !== 0);
    case 'claim': {
      const word = VALUES[constraint.scale][constraint.least];
      return { claimed: word, confirmed: word };
    }
    case 'number':
      return Math.max(floor, constraint.least);
    case 'date':
      return constraint.last === LAST_DAY ? constraint.first : constraint.last;
    case 'text':
      return constraint.is ?? '其他';
    case 'yes':
      return constraint.is;
    case 'experts':
      return [];
    default:
      return constraint satisfies never;
  }
}

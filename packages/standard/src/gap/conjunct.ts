import { rankOn } from '../evaluate/predicate.ts';
import { dayNumber, dayOfNumber } from '../evaluate/dates.ts';
import type { Comparison, FieldRef, Predicate, PredicateAtom } from '../language/predicate.ts';
import { isAtom } from '../language/predicate.ts';
import { VALUES } from '../vocabulary/values.ts';
import { FIRST_DAY, LAST_DAY, intersect } from './constraint.ts';
import type { Constraint } from './constraint.ts';

/** One field with what it must be. */
export interface Wanted {
  readonly field: FieldRef;
  readonly constraint: Constraint;
}

/** One way to fulfil a predicate: every field in it must be as wanted. Keyed by the field's path. */
export type Conjunct = ReadonlyMap<string, Wanted>;

/** More ways than this are not looked at; no printed condition comes near. */
const MAX_WAYS = 96;

export const keyOf = (field: FieldRef): string => field.path.join('.');

/** Both ways at once; null when a field would have to be two things. */
export function both(a: Conjunct, b: Conjunct): Conjunct | null {
  const result = new Map(a);
  for (const [key, wanted] of b) {
    const known = result.get(key);
    const constraint = known ? intersect(known.constraint, wanted.constraint) : wanted.constraint;
    if (!constraint) return null;
    result.set(key, { field: wanted.field, constraint });
  }
  return result;
}

/** Every combination of the ways of two parts that does not contradict itself. */
export const conjoinWays = (a: readonly Conjunct[], b: readonly Conjunct[]): readonly Conjunct[] =>
  a.flatMap((left) => b.flatMap((right) => both(left, right) ?? [])).slice(0, MAX_WAYS);

const known = new WeakMap<Predicate, readonly Conjunct[]>();

/** The ways to fulfil a predicate (its disjunctive normal form over fields); computed once for each predicate. */
export function waysOf(predicate: Predicate): readonly Conjunct[] {
  const ways = known.get(predicate) ?? expand(predicate, true);
  known.set(predicate, ways);
  return ways;
}

/** The ways in which a predicate fails for certain. */
export const waysAgainst = (predicate: Predicate): readonly Conjunct[] => expand(predicate, false);

function expand(predicate: Predicate, positive: boolean): readonly Conjunct[] {
  if (isAtom(predicate)) {
    return constraintsOf(predicate, positive).map(
      (constraint): Conjunct => new Map([[keyOf(predicate.field), { field: predicate.field, constraint }]]),
    );
  }
  if (predicate.op === 'not') return expand(predicate.of, !positive);
  if ((predicate.op === 'and') === positive) {
    return predicate.of.reduce<readonly Conjunct[]>(
      (ways, part) => conjoinWays(ways, expand(part, positive)),
      [new Map()],
    );
  }
  return predicate.of.flatMap((part) => expand(part, positive)).slice(0, MAX_WAYS);
}

/** What the field must be for the atom to hold, or to fail: any one of these. */
export function constraintsOf(atom: PredicateAtom, positive: boolean): readonly Constraint[] {
  switch (atom.op) {
    case 'yes':
      return [{ form: 'yes', is: positive }];
    case 'text':
      return [positive ? { form: 'text', is: atom.value, not: [] } : { form: 'text', is: null, not: [atom.value] }];
    case 'word': {
      const wanted = rankOn(atom.scale, atom.value);
      return words(atom.scale, (rank) => compares(rank, atom.comparison, wanted) === positive);
    }
    case 'wordIn': {
      const wanted = new Set(atom.values);
      return words(atom.scale, (_, word) => wanted.has(word) === positive);
    }
    case 'claim': {
      const least = rankOn(atom.scale, atom.value) + (atom.comparison === '>' ? 1 : 0);
      const top = VALUES[atom.scale].length - 1;
      const range = positive ? { least, most: top } : { least: 0, most: least - 1 };
      return range.least > range.most ? [] : [{ form: 'claim', scale: atom.scale, ...range }];
    }
    case 'number':
      return ranges(atom.comparison, atom.value, positive).map(([least, most]) => ({ form: 'number', least, most }));
    case 'date':
      return ranges(atom.comparison, dayNumber(atom.value), positive).map(([least, most]) => ({
        form: 'date',
        first: least === Number.NEGATIVE_INFINITY ? FIRST_DAY : dayOfNumber(least),
        last: most === Number.POSITIVE_INFINITY ? LAST_DAY : dayOfNumber(most),
      }));
    case 'experts':
      // That fewer experts wrote than did cannot be brought about.
      return positive ? [{ form: 'experts', needs: [{ where: atom.where, min: atom.min }] }] : [];
    default:
      return atom satisfies never;
  }
}

function words(
  scale: Extract<Constraint, { form: 'word' }>['scale'],
  holds: (rank: number, word: string) => boolean,
): readonly Constraint[] {
  const allowed = VALUES[scale].reduce((bits, word, rank) => (holds(rank, word) ? bits | (1 << rank) : bits), 0);
  return allowed === 0 ? [] : [{ form: 'word', scale, allowed }];
}

function compares(a: number, comparison: Comparison, b: number): boolean {
  const [least, most] = range(comparison, b);
  return a >= least && a <= most;
}

const range = (comparison: Comparison, value: number): readonly [number, number] => {
  switch (comparison) {
    case '=':
      return [value, value];
    case '>=':
      return [value, Number.POSITIVE_INFINITY];
    case '>':
      return [value + 1, Number.POSITIVE_INFINITY];
    case '<=':
      return [Number.NEGATIVE_INFINITY, value];
    case '<':
      return [Number.NEGATIVE_INFINITY, value - 1];
    default:
      return comparison satisfies never;
  }
};

/** Whole numbers for which the comparison holds, or fails. */
function ranges(comparison: Comparison, value: number, positive: boolean): readonly (readonly [number, number])[] {
  const [least, most] = range(comparison, value);
  if (positive) return [[least, most]];
  const below: readonly [number, number] = [Number.NEGATIVE_INFINITY, least - 1];
  const above: readonly [number, number] = [most + 1, Number.POSITIVE_INFINITY];
  return [
    ...(least === Number.NEGATIVE_INFINITY ? [] : [below]),
    ...(most === Number.POSITIVE_INFINITY ? [] : [above]),
  ];
}

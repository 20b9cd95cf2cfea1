import { compare } from '../language/compare.ts';
import { isAtom } from '../language/predicate.ts';
import type { Comparison, Predicate, PredicateAtom } from '../language/predicate.ts';
import { atLeastOf, fromBoolean, higher, lower, negate } from '../language/state.ts';
import type { State } from '../language/state.ts';
import type { ScaleId } from '../vocabulary/values.ts';
import { VALUES } from '../vocabulary/values.ts';
import { compareDate } from './dates.ts';

/** A record of a dossier list, an expert, or the dossier: plain data read by path. */
export type RecordData = Readonly<Record<string, unknown>>;
export type Test = (record: RecordData) => State;

const ranks = new Map<ScaleId, ReadonlyMap<string, number>>(
  (Object.keys(VALUES) as ScaleId[]).map((scale) => [scale, new Map(VALUES[scale].map((id, index) => [id, index]))]),
);
/** The place of a word on its scale, weak to strong; -1 for a word that is not on it. */
export const rankOn = (scale: ScaleId, id: string): number => ranks.get(scale)?.get(id) ?? -1;

export function readField(record: RecordData, path: readonly string[]): unknown {
  const [only] = path;
  if (path.length === 1 && only !== undefined) return Object.hasOwn(record, only) ? record[only] : undefined;
  let value: unknown = record;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.hasOwn(value, key) ? (value as RecordData)[key] : undefined;
  }
  return value;
}

/** What an applicant claims and a person confirmed of a degree word; a confirmation never exceeds the claim. */
export function readClaim(value: unknown): { readonly claimed: string; readonly confirmed: string | undefined } | null {
  if (typeof value === 'string') return { claimed: value, confirmed: undefined };
  if (typeof value !== 'object' || value === null) return null;
  const { claimed, confirmed } = value as { claimed: string; confirmed?: string };
  return { claimed, confirmed };
}

function claimState(value: unknown, scale: ScaleId, comparison: Comparison, needed: string): State {
  const claim = readClaim(value);
  if (!claim) return 'missing';
  const threshold = rankOn(scale, needed);
  if (!compare(rankOn(scale, claim.claimed), comparison, threshold)) return 'unmet';
  if (claim.confirmed === undefined) return 'judge';
  return fromBoolean(compare(rankOn(scale, claim.confirmed), comparison, threshold));
}

function compileAtom(atom: PredicateAtom): Test {
  const { path } = atom.field;
  switch (atom.op) {
    case 'yes':
      return (record) => fromBoolean(readField(record, path) as boolean | undefined);
    case 'word': {
      const wanted = rankOn(atom.scale, atom.value);
      return (record) => {
        const value = readField(record, path) as string | undefined;
        if (value === undefined) return 'missing';
        return fromBoolean(compare(rankOn(atom.scale, value), atom.comparison, wanted));
      };
    }
    case 'wordIn': {
      const wanted = new Set(atom.values);
      return (record) => {
        const value = readField(record, path) as string | undefined;
        return value === undefined ? 'missing' : fromBoolean(wanted.has(value));
      };
    }
    case 'claim':
      return (record) => claimState(readField(record, path), atom.scale, atom.comparison, atom.value);
    case 'number':
      return (record) => {
        const value = readField(record, path) as number | undefined;
        return value === undefined ? 'missing' : fromBoolean(compare(value, atom.comparison, atom.value));
      };
    case 'date':
      return (record) => compareDate(readField(record, path) as string | undefined, atom.comparison, atom.value);
    case 'text':
      return (record) => {
        const value = readField(record, path) as string | undefined;
        return value === undefined ? 'missing' : fromBoolean(value === atom.value);
      };
    case 'experts': {
      const test = compilePredicate(atom.where);
      return (record) => {
        const experts = readField(record, path) as readonly RecordData[] | undefined;
        return experts === undefined ? 'missing' : atLeastOf(bestByPerson(experts, test), atom.min);
      };
    }
    default:
      return atom satisfies never;
  }
}

/** People named twice are one person; people without a name are different people. */
export const personKey = (record: RecordData, index: number): string => {
  const { name } = record;
  return typeof name === 'string' && name.trim() !== '' ? name.trim() : `#${index}`;
};

/** The best value of each person. */
export function bestByPerson(people: readonly RecordData[], test: Test): readonly State[] {
  const best = new Map<string, State>();
  for (const [index, person] of people.entries()) {
    const key = personKey(person, index);
    best.set(key, higher(best.get(key) ?? 'unmet', test(person)));
  }
  return [...best.values()];
}

const compiled = new WeakMap<Predicate, Test>();

/** Turns a predicate into a closure once; the same predicate object always gives the same closure. */
export function compilePredicate(predicate: Predicate): Test {
  const known = compiled.get(predicate);
  if (known) return known;
  const test = compile(predicate);
  compiled.set(predicate, test);
  return test;
}

function compile(predicate: Predicate): Test {
  if (isAtom(predicate)) return compileAtom(predicate);
  switch (predicate.op) {
    case 'and': {
      const tests = predicate.of.map(compilePredicate);
      // The first part that fails decides; most records fail by their kind, which stands first.
      return (record) => {
        let state: State = 'met';
        for (const test of tests) {
          state = lower(state, test(record));
          if (state === 'unmet') return state;
        }
        return state;
      };
    }
    case 'or': {
      const tests = predicate.of.map(compilePredicate);
      return (record) => {
        let state: State = 'unmet';
        for (const test of tests) {
          state = higher(state, test(record));
          if (state === 'met') return state;
        }
        return state;
      };
    }
    case 'not': {
      const test = compilePredicate(predicate.of);
      return (record) => negate(test(record));
    }
    default:
      return predicate satisfies never;
  }
}

import { both, constraintsOf, keyOf } from '../../gap/conjunct.ts';
import type { Conjunct } from '../../gap/conjunct.ts';
import type { Predicate, PredicateAtom } from '../../language/predicate.ts';
import { isAtom } from '../../language/predicate.ts';

interface Literal {
  readonly predicate: Predicate;
  readonly isPositive: boolean;
}

type Experts = Extract<PredicateAtom, { op: 'experts' }>;

/** More steps than any predicate of a document takes; beyond them nothing is claimed. */
const MOST_STEPS = 50_000;

/**
 * Whether one record (or the dossier) can fulfil all of some predicates and none of others. Every word of every scale, every
 * number and every day is considered; false is a proof, true is also the answer where it takes too long to tell.
 */
export function isSatisfiable(all: readonly Predicate[], none: readonly Predicate[] = []): boolean {
  let steps = 0;
  const search = (todo: readonly Literal[], known: Conjunct, denied: readonly Experts[]): boolean => {
    steps += 1;
    const [first, ...rest] = todo;
    if (steps > MOST_STEPS) return true;
    if (!first) return !denied.some((one) => contradicts(known, one));
    const { predicate, isPositive } = first;
    if (!isAtom(predicate)) {
      if (predicate.op === 'not')
        return search([{ predicate: predicate.of, isPositive: !isPositive }, ...rest], known, denied);
      const parts = predicate.of.map((part): Literal => ({ predicate: part, isPositive }));
      if ((predicate.op === 'and') === isPositive) return search([...parts, ...rest], known, denied);
      return parts.some((part) => search([part, ...rest], known, denied));
    }
    if (predicate.op === 'experts' && !isPositive) return search(rest, known, [...denied, predicate]);
    return constraintsOf(predicate, isPositive).some((constraint) => {
      if (constraint.form === 'number' && constraint.most < 0) return false;
      const next = both(known, new Map([[keyOf(predicate.field), { field: predicate.field, constraint }]]));
      return next !== null && search(rest, next, denied);
    });
  };
  const literals = [
    ...all.map((predicate): Literal => ({ predicate, isPositive: true })),
    ...none.map((predicate): Literal => ({ predicate, isPositive: false })),
  ];
  return search(literals, new Map(), []);
}

/** Experts asked for and, in the same words, not to be there. */
function contradicts(known: Conjunct, { field, where, min }: Experts): boolean {
  const constraint = known.get(keyOf(field))?.constraint;
  if (constraint?.form !== 'experts') return false;
  const words = JSON.stringify(where);
  return constraint.needs.some((need) => need.min >= min && JSON.stringify(need.where) === words);
}

/** Whether whatever fulfils all of the first surely fulfils the second. */
export const entails = (all: readonly Predicate[], then: Predicate): boolean => !isSatisfiable(all, [then]);

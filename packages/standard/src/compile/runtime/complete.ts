import { MAX_OPEN_FACTS } from '../../evaluate/completion.ts';
import { bits, MET, MISSING, NEGATED, UNMET } from '../thermometer.ts';
import type { RouteProgram, Slot } from '../program.ts';

/** What becomes of a route: its value, and in higher bits whether what is unknown does not matter, or was too much to try. */
export const SETTLED = 8;
export const BOUNDED = 16;

/** A route as lists of numbers for {@link completeRoute}. */
export interface RouteSpec {
  readonly root: number;
  readonly negates: boolean;
  /** Leaves that are facts of the person: slot and fact. */
  readonly leaves: readonly { readonly slot: number; readonly fact: number }[];
  readonly slots: readonly Slot[];
}

export const routeSpec = (route: RouteProgram): RouteSpec => ({
  root: route.root.index,
  negates: route.negates,
  leaves: route.slots.flatMap(({ index, fact }) => (fact >= 0 ? [{ slot: index, fact }] : [])),
  slots: route.slots,
});

/** `evaluate/completion.ts` on thermometers. Without negation what is missing always matters, so nothing is tried. */
export function completeRoute(route: RouteSpec, codes: Uint8Array, base: number): number {
  const value = codes[base + route.root] as number;
  if (value !== MISSING) return value;
  const facts = new Set<number>();
  for (const { slot, fact } of route.leaves) if (codes[base + slot] === MISSING) facts.add(fact);
  if (facts.size === 0) return MISSING;
  if (facts.size > MAX_OPEN_FACTS) return MISSING | BOUNDED;
  if (!route.negates) return MISSING;
  const settled = new Trial(route, codes, base, [...facts]).outcome();
  return settled === MISSING ? MISSING : settled | SETTLED;
}

class Trial {
  readonly #route: RouteSpec;
  readonly #codes: Uint8Array;
  readonly #base: number;
  readonly #facts: readonly number[];
  readonly #assumed = new Map<number, number>();
  readonly #values: Uint8Array;

  constructor(route: RouteSpec, codes: Uint8Array, base: number, facts: readonly number[]) {
    this.#route = route;
    this.#codes = codes;
    this.#base = base;
    this.#facts = facts;
    this.#values = new Uint8Array(route.root + 1);
  }

  /** The value that every way to fill in the facts gives; missing where there is none. */
  outcome(): number {
    // Mostly it does matter, and all facts met beside all unmet show that at once.
    const best = this.#valueWhereAll(MET);
    if (best === MISSING || this.#valueWhereAll(UNMET) !== best) return MISSING;
    this.#assumed.clear();
    return this.#settle(0);
  }

  #valueWhereAll(value: number): number {
    for (const fact of this.#facts) this.#assumed.set(fact, value);
    return this.#value();
  }

  #settle(index: number): number {
    const value = this.#value();
    const fact = this.#facts[index];
    if (value !== MISSING || fact === undefined) return value;
    this.#assumed.set(fact, MET);
    const withFact = this.#settle(index + 1);
    this.#assumed.set(fact, UNMET);
    const without = withFact === MISSING ? MISSING : this.#settle(index + 1);
    this.#assumed.delete(fact);
    return withFact === without ? withFact : MISSING;
  }

  #value(): number {
    const values = this.#values;
    for (const slot of this.#route.slots) {
      const own = this.#codes[this.#base + slot.index] as number;
      values[slot.index] =
        slot.fact >= 0 && own === MISSING ? (this.#assumed.get(slot.fact) ?? own) : combined(slot, own, values);
    }
    return values[this.#route.root] as number;
  }
}

/** The value of a slot from those of its parts; its own where it stands by itself. */
function combined({ node, children, block, n }: Slot, own: number, values: Uint8Array): number {
  if (children.length === 0 || block !== null || node.kind === 'again') return own;
  if (node.kind === 'atLeast' && node.compete) return own;
  const valueOf = ({ index }: Slot): number => values[index] as number;
  if (node.kind === 'all') return children.reduce((all, child) => all & valueOf(child), MET);
  if (node.kind === 'any') return children.reduce((any, child) => any | valueOf(child), UNMET);
  const [first] = children;
  if (node.kind === 'not' && first) return NEGATED[valueOf(first)] as number;
  if (node.kind === 'ref' && first) return valueOf(first);
  if (node.kind !== 'atLeast') return own;
  const masks = [4, 2, 1].map((floor) =>
    children.reduce((mask, child, at) => mask | ((valueOf(child) & floor) === 0 ? 0 : 1 << at), 0),
  );
  return masks.reduce((value, mask, at) => value | (bits(mask) >= n ? 4 >> at : 0), 0);
}

import type { Node } from '../language/node.ts';
import type { State } from '../language/state.ts';
import type { Match } from './matching.ts';

/** A record that counts towards a condition; `judge` while a person must still confirm something of it. */
export interface Counted {
  readonly id: string;
  readonly name: string;
  readonly state: 'met' | 'judge';
  /** What is still to be confirmed. */
  readonly waiting?: readonly string[];
}

/** A record that was looked at and does not count, with the reasons; `rule` is the counting rule that excludes it. */
export interface NotCounted {
  readonly id: string;
  readonly name: string;
  readonly reasons: readonly string[];
  readonly rule: string | null;
}

/** The value of one condition with everything that explains it. */
export interface Outcome {
  readonly node: Node;
  readonly state: State;
  readonly children: readonly Outcome[];
  readonly need: number | null;
  readonly have: number | null;
  readonly unit: string;
  readonly counted: readonly Counted[];
  readonly notCounted: readonly NotCounted[];
  readonly notes: readonly string[];
  /** Facts that are not known and matter here. */
  readonly unknown: readonly string[];
  /** For conditions over a list: every record with its value (not part of the explanation). */
  readonly matches: readonly Match[];
  /** Items that compete, each with every achievement for itself (not part of the explanation); null where there are none. */
  readonly alone: readonly Outcome[] | null;
}

const EMPTY: Omit<Outcome, 'node' | 'state'> = {
  children: [],
  need: null,
  have: null,
  unit: '',
  counted: [],
  notCounted: [],
  notes: [],
  unknown: [],
  matches: [],
  alone: null,
};

export const leaf = (node: Node, state: State, rest: Partial<Outcome>): Outcome => ({ ...EMPTY, ...rest, node, state });

/**
 * A leaf over a list, whose explanation is made when it is first looked at: of the many evaluations that items and
 * routes take, only those shown are explained.
 */
class ListOutcome implements Outcome {
  readonly node: Node;
  readonly state: State;
  readonly children: readonly Outcome[] = [];
  readonly need: number | null;
  readonly have: number | null;
  readonly unit: string;
  readonly notes: readonly string[] = [];
  readonly unknown: readonly string[] = [];
  readonly matches: readonly Match[];
  readonly alone = null;
  readonly #explain: () => Explained;
  #explained: Explained | undefined;

  constructor(node: Node, state: State, facts: ListFacts, explain: () => Explained) {
    this.node = node;
    this.state = state;
    this.need = facts.need;
    this.have = facts.have;
    this.unit = facts.unit;
    this.matches = facts.matches;
    this.#explain = explain;
  }

  get counted(): readonly Counted[] {
    this.#explained ??= this.#explain();
    return this.#explained.counted;
  }
  get notCounted(): readonly NotCounted[] {
    this.#explained ??= this.#explain();
    return this.#explained.notCounted;
  }
}

interface Explained {
  readonly counted: readonly Counted[];
  readonly notCounted: readonly NotCounted[];
}
interface ListFacts {
  readonly need: number;
  readonly have: number;
  readonly unit: string;
  readonly matches: readonly Match[];
}

export const listLeaf = (node: Node, state: State, facts: ListFacts, explain: () => Explained): Outcome =>
  new ListOutcome(node, state, facts, explain);

export const combined = (node: Node, state: State, children: readonly Outcome[]): Outcome => ({
  ...EMPTY,
  node,
  state,
  children,
});

/**
 * The four values a condition can have, weak to strong: certain to fail, a fact is unknown, a person must decide, holds.
 * The connectives are order statistics of this chain, so a value once met or unmet stands whatever becomes known later.
 */
export const STATES = ['unmet', 'missing', 'judge', 'met'] as const;
export type State = (typeof STATES)[number];

const RANK: Readonly<Record<State, number>> = { unmet: 0, missing: 1, judge: 2, met: 3 };

export const rankOf = (state: State): number => RANK[state];
export const atLeastState = (state: State, floor: State): boolean => RANK[state] >= RANK[floor];

export const lower = (a: State, b: State): State => (RANK[a] <= RANK[b] ? a : b);
export const higher = (a: State, b: State): State => (RANK[a] >= RANK[b] ? a : b);

/** all: the lowest; met when there is nothing to fulfil. */
export const allOf = (states: Iterable<State>): State => {
  let result: State = 'met';
  for (const state of states) result = lower(result, state);
  return result;
};

/** any: the highest; unmet when there is no alternative. */
export const anyOf = (states: Iterable<State>): State => {
  let result: State = 'unmet';
  for (const state of states) result = higher(result, state);
  return result;
};

/** at least n: the n-th highest. */
export const atLeastOf = (states: readonly State[], n: number): State => {
  if (n <= 0) return 'met';
  const seen = [0, 0, 0, 0];
  for (const state of states) seen[RANK[state]] = (seen[RANK[state]] ?? 0) + 1;
  let reached = 0;
  for (let rank = 3; rank > 0; rank -= 1) {
    reached += seen[rank] ?? 0;
    if (reached >= n) return STATES[rank] ?? 'unmet';
  }
  return 'unmet';
};

export const negate = (state: State): State => (state === 'met' ? 'unmet' : state === 'unmet' ? 'met' : state);

export const fromBoolean = (value: boolean | undefined): State =>
  value === undefined ? 'missing' : value ? 'met' : 'unmet';

import { readField } from './predicate.ts';
import type { SumNode } from '../kinds/sum.ts';
import { atLeastState, rankOf } from '../language/state.ts';
import type { State } from '../language/state.ts';
import type { Bundle, Demand } from './assignment.ts';
import type { Outcome } from './outcome.ts';
import { tokenStates } from './matching.ts';

/** Ways beyond this many are not looked at; no printed item comes near (the checker refuses packs that could). */
export const MAX_BUNDLES = 512;

/**
 * The ways in which an evaluated condition reaches `floor`, as demands on achievements. A part that does not look at
 * achievements needs nothing or cannot be fulfilled.
 */
export function bundlesOf(outcome: Outcome, floor: State): readonly Bundle[] {
  const { node } = outcome;
  switch (node.kind) {
    case 'count': {
      // Without a stated list there is nothing to compete for.
      if (node.list !== 'achievements' || outcome.have === null) return whenReached(outcome, floor);
      const tokens = [...tokenStates(outcome.matches)].filter(([, state]) => atLeastState(state, floor));
      // Those that are certain first, so that an assignment does not lean on open ones without need; else as they are written.
      const ordered = tokens.toSorted(([a, one], [b, other]) => rankOf(other) - rankOf(one) || a - b);
      return tokens.length >= node.min ? [[{ tokens: ordered.map(([token]) => token), k: node.min }]] : [];
    }
    case 'sum':
      return node.list === 'achievements' && outcome.have !== null
        ? sumBundles(node, outcome, floor)
        : whenReached(outcome, floor);
    case 'all':
      return product(outcome.children.map((child) => bundlesOf(child, floor)));
    case 'any':
    case 'ref':
      return outcome.children.flatMap((child) => bundlesOf(child, floor)).slice(0, MAX_BUNDLES);
    case 'atLeast':
      return chooseBundles(outcome.children, node.n, floor);
    case 'again':
      return whenReached(outcome, floor);
    case 'elapsed':
    case 'every':
    case 'fact':
    case 'judge':
    case 'not':
    case 'outside':
    case 'tenure':
    case 'yearly':
      return whenReached(outcome, floor);
    default:
      return node satisfies never;
  }
}

const whenReached = (outcome: Outcome, floor: State): readonly Bundle[] =>
  atLeastState(outcome.state, floor) ? [[]] : [];

/** All parts at once. Parts of one item may rest on the same achievement; only different items compete. */
function product(parts: readonly (readonly Bundle[])[]): readonly Bundle[] {
  let result: readonly Bundle[] = [[]];
  for (const part of parts) {
    result = result.flatMap((left) => part.flatMap((right) => conjoin(left, right))).slice(0, MAX_BUNDLES);
  }
  return result;
}

/** The ways to fulfil two bundles of one item at once. */
export const conjoin = (left: Bundle, right: Bundle): readonly Bundle[] =>
  right.reduce<readonly Bundle[]>((ways, demand) => ways.flatMap((way) => share(way, demand)), [left]);

/**
 * The ways to meet `demand` beside `bundle` when achievements may serve both: of each demand already there, some number
 * is taken from what both allow. Where one set holds the other, taking as many as possible is never worse.
 */
function share(bundle: Bundle, demand: Demand): readonly Bundle[] {
  const wanted = new Set(demand.tokens);
  const extend = (index: number, left: number, shared: Bundle): readonly Bundle[] => {
    const one = bundle[index];
    if (!one) return [left > 0 ? [...shared, { tokens: demand.tokens, k: left }] : shared];
    const both = one.tokens.filter((token) => wanted.has(token));
    const most = Math.min(one.k, left, both.length);
    const nested = both.length === one.tokens.length || both.length === demand.tokens.length;
    const ways: Bundle[] = [];
    for (let taken = most; taken >= (nested ? most : 0); taken -= 1) {
      const parts = [
        { tokens: both, k: taken },
        { tokens: one.tokens, k: one.k - taken },
      ].filter(({ k }) => k > 0);
      ways.push(...extend(index + 1, left - taken, [...shared, ...parts]));
    }
    return ways;
  };
  return extend(0, demand.k, []);
}

/** Every choice of n children, each with each of its ways. */
function chooseBundles(children: readonly Outcome[], n: number, floor: State): readonly Bundle[] {
  if (n === 0) return [[]];
  const [first, ...others] = children;
  if (!first || children.length < n) return [];
  const withFirst = product([bundlesOf(first, floor), chooseBundles(others, n - 1, floor)]);
  return [...withFirst, ...chooseBundles(others, n, floor)].slice(0, MAX_BUNDLES);
}

/** The smallest sets of achievements whose numbers add up; the largest numbers are tried first. */
function sumBundles(node: SumNode, outcome: Outcome, floor: State): readonly Bundle[] {
  const amounts = new Map<number, number>();
  for (const match of outcome.matches) {
    if (!atLeastState(match.state, floor)) continue;
    const value = readField(match.record, node.field.path) as number | undefined;
    if (value === undefined && floor !== 'missing') continue;
    amounts.set(match.token, Math.max(amounts.get(match.token) ?? 0, value ?? node.min));
  }
  return smallestSums(amounts, node.min).map((tokens) => [{ tokens, k: tokens.length }]);
}

/** The smallest sets of tokens whose amounts reach `min`, those with the largest amounts first. */
export function smallestSums(amounts: ReadonlyMap<number, number>, min: number): readonly (readonly number[])[] {
  const sorted = [...amounts].filter(([, amount]) => amount > 0).toSorted(([, a], [, b]) => b - a);
  const found: (readonly number[])[] = [];
  const extend = (from: number, taken: readonly number[], total: number): void => {
    if (found.length >= MAX_BUNDLES) return;
    if (total >= min) {
      found.push(taken);
      return;
    }
    for (const [index, [token, amount]] of sorted.entries()) {
      if (index >= from) extend(index + 1, [...taken, token], total + amount);
    }
  };
  extend(0, [], 0);
  return found;
}

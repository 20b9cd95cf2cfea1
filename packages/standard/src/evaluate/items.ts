import type { AtLeastNode } from '../kinds/at-least.ts';
import { atLeastOf, atLeastState } from '../language/state.ts';
import type { State } from '../language/state.ts';
import { assign } from './assignment.ts';
import type { Assignment, Choice } from './assignment.ts';
import { bundlesOf } from './bundles.ts';
import { combined } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import type { Run } from './run.ts';

/**
 * Items that compete for achievements (P3): the block's value comes from the largest set of items with disjoint
 * achievements, found once for met, once for met or judge, once for these or missing. What is shown of each item follows
 * one such assignment, so that no achievement is seen to serve two items.
 */
export function evaluateItems(node: AtLeastNode, run: Run): Outcome {
  const alone = node.of.map((child) => run.evaluate(child));
  if (!run.competes)
    return summed(
      node,
      atLeastOf(
        alone.map((child) => child.state),
        node.n,
      ),
      alone,
    );
  const { state, assignment } = decide(node, alone);
  const owner = shareOut(alone, assignment);
  const children = alone.map((child, item) => {
    const reserved = reservedFor(item, owner, node);
    return reserved.size === 0 ? child : run.without(reserved).evaluate(child.node);
  });
  return { ...summed(node, state, children), alone: run.isFree ? alone : null };
}

/** For one item the achievements that other items have, each with what that item is called. */
export function reservedFor(
  item: number,
  owner: ReadonlyMap<number, number>,
  { of }: AtLeastNode,
): ReadonlyMap<number, string> {
  const reserved = new Map<number, string>();
  for (const [token, holder] of owner) {
    const other = of[holder];
    if (holder !== item && other) reserved.set(token, other.label === '' ? other.text : other.label);
  }
  return reserved;
}

function summed(node: AtLeastNode, state: State, children: readonly Outcome[]): Outcome {
  const have = children.filter((child) => child.state === 'met').length;
  return { ...combined(node, state, children), need: node.n, have, unit: '项' };
}

/** The block's value and the assignment that it rests on; when it fails, the one that comes furthest. */
function decide(node: AtLeastNode, alone: readonly Outcome[]): { state: State; assignment: Assignment } {
  const floors = ['met', 'judge', 'missing'] as const;
  let last: Assignment | null = null;
  for (const floor of floors) {
    const assignment = assign(alone.map((child) => choices(child, floor)));
    if (assignment.size >= node.n) return { state: floor, assignment };
    last = assignment;
  }
  return { state: 'unmet', assignment: last ?? assign([]) };
}

function choices(outcome: Outcome, floor: State): readonly Choice[] {
  if (!atLeastState(outcome.state, floor)) return [];
  const certain = bundlesOf(outcome, 'met').map((bundle): Choice => ({ bundle, score: 1 }));
  if (floor === 'met') return certain;
  return [...certain, ...bundlesOf(outcome, floor).map((bundle): Choice => ({ bundle, score: 0 }))];
}

/** Gives the achievements that the assignment leaves over to one item each: first to an item it does not fulfil. */
function shareOut(alone: readonly Outcome[], assignment: Assignment): ReadonlyMap<number, number> {
  const owner = new Map(assignment.owner);
  const order = alone
    .map((_, item) => item)
    .toSorted((a, b) => Number(assignment.chosen[a]) - Number(assignment.chosen[b]));
  for (const item of order) {
    for (const token of countedTokens(alone[item])) if (!owner.has(token)) owner.set(token, item);
  }
  return owner;
}

function countedTokens(outcome: Outcome | undefined): readonly number[] {
  if (!outcome) return [];
  const own = outcome.matches
    .filter((match) => match.prepared && atLeastState(match.state, 'judge'))
    .map((match) => match.token);
  return [...own, ...outcome.children.flatMap((child) => countedTokens(child))];
}

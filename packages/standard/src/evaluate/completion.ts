import { combineNode } from '../kinds/index.ts';
import type { Node } from '../language/node.ts';
import type { State } from '../language/state.ts';
import type { Outcome } from './outcome.ts';

/** With more open facts than this, not every combination is tried and the answer says so. */
export const MAX_OPEN_FACTS = 12;

export interface Completion {
  readonly state: State;
  /** What is unknown does not matter: every value of it gives the same answer. */
  readonly settled: boolean;
  /** Too many open facts to try them all. */
  readonly bounded: boolean;
}

const contentKeys = new WeakMap<Node, string>();

/** The content of a condition without its name: the same content has the same value wherever it stands. */
export function contentKey(node: Node): string {
  const known = contentKeys.get(node);
  if (known !== undefined) return known;
  const { id: _id, label: _label, text: _text, readings: _readings, note: _note, ...content } = node;
  const key = JSON.stringify(content);
  contentKeys.set(node, key);
  return key;
}

/** Conditions on facts of the person (not on achievements) whose value is missing. */
function openFacts(outcome: Outcome, keys: Set<string>): void {
  const { node, state, children } = outcome;
  if (state !== 'missing' && children.length === 0) return;
  const onAchievements = 'list' in node && node.list === 'achievements';
  if (children.length === 0) {
    if (!onAchievements && node.kind !== 'atLeast') keys.add(contentKey(node));
    return;
  }
  for (const child of children) openFacts(child, keys);
}

/** The value of the tree when the open facts have the values assumed. */
function valueWith(outcome: Outcome, assumed: ReadonlyMap<string, State>): State {
  const { node, state, children } = outcome;
  if (children.length === 0) return state === 'missing' ? (assumed.get(contentKey(node)) ?? state) : state;
  return (
    combineNode(
      node,
      children.map((child) => valueWith(child, assumed)),
    ) ?? state
  );
}

/**
 * A missing verdict whose open facts cannot change it is settled: tries both values of up to {@link MAX_OPEN_FACTS}
 * open facts, stopping at the first difference. Facts are taken as independent, so what is settled here holds for every
 * way to fill in what is missing.
 */
export function complete(root: Outcome): Completion {
  if (root.state !== 'missing') return { state: root.state, settled: false, bounded: false };
  const keys = new Set<string>();
  openFacts(root, keys);
  if (keys.size === 0) return { state: 'missing', settled: false, bounded: false };
  if (keys.size > MAX_OPEN_FACTS) return { state: 'missing', settled: false, bounded: true };
  const facts = [...keys];
  const assumed = new Map<string, State>();
  const settle = (index: number): State => {
    const state = valueWith(root, assumed);
    const fact = facts[index];
    if (state !== 'missing' || fact === undefined) return state;
    assumed.set(fact, 'met');
    const withFact = settle(index + 1);
    assumed.set(fact, 'unmet');
    const without = withFact === 'missing' ? 'missing' : settle(index + 1);
    assumed.delete(fact);
    return withFact === without ? withFact : 'missing';
  };
  const state = settle(0);
  return { state, settled: state !== 'missing', bounded: false };
}

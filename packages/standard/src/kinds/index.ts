import type { Node } from '../language/node.ts';
import type { State } from '../language/state.ts';
import type { Outcome } from '../evaluate/outcome.ts';
import type { Run } from '../evaluate/run.ts';
import { again } from './again.ts';
import { all } from './all.ts';
import { any } from './any.ts';
import { atLeast, items } from './at-least.ts';
import { count } from './count.ts';
import { elapsed } from './elapsed.ts';
import { every } from './every.ts';
import { fact } from './fact.ts';
import { judge } from './judge.ts';
import type { Kind } from './kind.ts';
import { not } from './not.ts';
import { outside } from './outside.ts';
import { ref } from './ref.ts';
import { sum } from './sum.ts';
import { tenure } from './tenure.ts';
import { yearly } from './yearly.ts';

/** How each kind is evaluated, by the kind of the checked form. */
const KINDS = {
  all,
  any,
  atLeast,
  not,
  count,
  sum,
  every,
  yearly,
  elapsed,
  fact,
  tenure,
  judge,
  outside,
  ref,
  again,
} as const;

const kindOf = <N extends Node>(node: N): Kind<N> => KINDS[node.kind] as unknown as Kind<N>;

/** Every way to write a condition, by its key in YAML. */
export const PARSERS: ReadonlyMap<string, Kind<Node>> = new Map(
  [all, any, atLeast, items, not, count, sum, every, yearly, elapsed, fact, tenure, judge, outside, ref, again].map(
    (kind) => [kind.key, kind as unknown as Kind<Node>],
  ),
);

export const evaluateNode = (node: Node, run: Run): Outcome => kindOf(node).evaluate(node, run);

/** The value of a node given that of its children, or null for one whose value stands by itself. */
export function combineNode(node: Node, children: readonly State[]): State | null {
  if (node.kind === 'again' || (node.kind === 'atLeast' && node.compete)) return null;
  return kindOf(node).combine?.(node, children) ?? null;
}

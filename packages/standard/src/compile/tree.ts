import type { State } from '../language/state.ts';
import type { Program, Slot } from './program.ts';
import { tokensIn } from './runtime/ways.ts';
import { bits, JUDGE, MET, MISSING, stateOf, UNMET } from './thermometer.ts';
import type { Vectors } from './vector.ts';

/** A condition with its value and what counts towards it, without words; the full explanation is `explain`. */
export interface ConditionNode {
  readonly id: string;
  readonly state: State;
  readonly need: number;
  readonly have: number;
  /** Tokens of the records that count or await judgement, in the order of the list. */
  readonly evidence: readonly number[];
  readonly children: readonly ConditionNode[];
}

/** Makes the tree of one route of dossier `index` from the vector alone. */
export type MakeTree = (vectors: Vectors, index: number) => ConditionNode;

/** Nodes of one place without children, by value, while nothing counts: they never change, so each is made once. */
type Bare = readonly (ConditionNode | undefined)[];

const NONE: readonly never[] = [];

/**
 * Compiles what makes the tree of one route: one line for each place, parts before wholes. Facts, and counts of nothing,
 * are nodes made beforehand.
 */
export function compileTree(program: Program, route: number): MakeTree {
  const slots = program.routes[route]?.slots;
  const root = slots?.at(-1);
  if (!slots || !root) throw new RangeError(`no route ${route}`);
  const bare = slots.map((slot): Bare => {
    const nodes: (ConditionNode | undefined)[] = Array.from({ length: MET + 1 });
    for (const code of [UNMET, MISSING, JUDGE, MET]) nodes[code] = bareNode(slot, code);
    return nodes;
  });
  const states = Array.from({ length: MET + 1 }, (_, code) => bare[0]?.[code]?.state);
  const lines = slots.map(({ index, children, need, node }, place) => {
    if (children.length === 0) {
      const have = node.kind === 'count' ? `bits(H[b + ${index}])` : `H[b + ${index}]`;
      return `const n${index} = H[b + ${index}] === 0 && E[b + ${index}] === 0 ? bare[${place}][S[b + ${index}]] : { id: ids[${place}], state: states[S[b + ${index}]], need: ${need}, have: ${have}, evidence: tokensIn(E[b + ${index}]), children: NONE };`;
    }
    const parts = children.map((child) => `n${child.index}`).join(', ');
    return `const n${index} = { id: ids[${place}], state: states[S[b + ${index}]], need: ${need}, have: H[b + ${index}], evidence: NONE, children: [${parts}] };`;
  });
  const source = `'use strict';
const { bare, ids, states, bits, tokensIn, NONE } = R;
return (V, index) => {
const { codes: S, have: H, evidence: E } = V;
const b = index * ${program.slots.length};
${lines.join('\n')}
return n${root.index};
};`;
  // The source holds nothing but whole numbers and our own names.
  // oxlint-disable-next-line typescript/no-implied-eval
  return new Function('R', source)({
    bare,
    ids: slots.map(({ node }) => node.id),
    states,
    bits,
    tokensIn,
    NONE,
  }) as MakeTree;
}

const bareNode = ({ node, need }: Slot, code: number): ConditionNode => ({
  id: node.id,
  state: stateOf(code),
  need,
  have: 0,
  evidence: NONE,
  children: NONE,
});

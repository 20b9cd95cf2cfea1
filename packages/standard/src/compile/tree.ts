import type { State } from '../language/state.ts';
import type { Program, Slot } from './program.ts';
import { bits, stateOf } from './thermometer.ts';
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

const NONE: readonly never[] = [];

/** The tree of one route of dossier `index`, made from the vector alone. */
export function conditionTree(program: Program, vectors: Vectors, index: number, route: number): ConditionNode {
  const root = program.routes[route]?.root;
  if (!root) throw new RangeError(`no route ${route}`);
  return nodeOf(root, vectors, index * program.slots.length);
}

function nodeOf(slot: Slot, vectors: Vectors, base: number): ConditionNode {
  const at = base + slot.index;
  const mask = vectors.evidence[at] as number;
  return {
    id: slot.node.id,
    state: stateOf(vectors.codes[at] as number),
    need: slot.need,
    have: slot.node.kind === 'count' ? bits(vectors.have[at] as number) : (vectors.have[at] as number),
    evidence: mask === 0 ? NONE : placesIn(mask),
    children: slot.children.length === 0 ? NONE : slot.children.map((child) => nodeOf(child, vectors, base)),
  };
}

function placesIn(mask: number): readonly number[] {
  const places = Array<number>(bits(mask));
  let at = 0;
  for (let left = mask; left !== 0; left &= left - 1) {
    places[at] = 31 - Math.clz32(left & -left);
    at += 1;
  }
  return places;
}

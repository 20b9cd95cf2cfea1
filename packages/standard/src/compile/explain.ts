import { evaluationOf, rootOf, startRun, VERDICT_OF } from '../evaluate/evaluate.ts';
import type { Evaluation, RouteEvaluation } from '../evaluate/evaluate.ts';
import { reservedFor } from '../evaluate/items.ts';
import { combined } from '../evaluate/outcome.ts';
import type { Outcome } from '../evaluate/outcome.ts';
import type { Run } from '../evaluate/run.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { evaluateNode } from '../kinds/index.ts';
import type { Node } from '../language/node.ts';
import type { Block, Program, Slot } from './program.ts';
import { BOUNDED, SETTLED } from './runtime/complete.ts';
import { MET, stateOf } from './thermometer.ts';
import type { Vectors } from './vector.ts';

/** The vector does not belong to this dossier, standard or day: a part of it says otherwise than the facts do. */
export class VectorMismatch extends Error {}

/**
 * The full explanation of dossier `index` of `vectors`, as the closure form gives it: values and the sharing of achievements
 * come from the vector, words from the conditions themselves. Throws {@link VectorMismatch} when they disagree.
 */
export function explain(program: Program, vectors: Vectors, index: number, dossier: Dossier, asOf: string): Evaluation {
  const { pack, level, plan } = program;
  const run = startRun({ pack, dossier, asOf, ...(plan ? { plan } : {}) });
  const teller = new Teller(program, vectors, index, run);
  const routes = program.routes.map(({ route, name, root }, at): RouteEvaluation => {
    const written = level.routes.find((one) => one.route === route);
    if (!written) throw new VectorMismatch(`没有申报方式 ${route}`);
    const tree = teller.tree(root, rootOf(written, level, plan, asOf));
    const value = vectors.routes[index * program.routes.length + at] ?? 0;
    const state = stateOf(value & MET);
    return {
      route,
      name,
      state,
      verdict: VERDICT_OF[state],
      settled: (value & SETTLED) !== 0,
      bounded: (value & BOUNDED) !== 0,
      tree,
    };
  });
  return evaluationOf(run, level, routes);
}

class Teller {
  readonly #program: Program;
  readonly #vectors: Vectors;
  readonly #index: number;
  readonly #run: Run;
  readonly #outcomes = new Map<Slot, Outcome>();
  readonly #runs = new Map<Slot['scope'], Run>();
  readonly #ownedAt: readonly number[];
  readonly #items: number;

  constructor(program: Program, vectors: Vectors, index: number, run: Run) {
    this.#program = program;
    this.#vectors = vectors;
    this.#index = index;
    this.#run = run;
    let at = 0;
    this.#ownedAt = program.blocks.map(({ node }) => {
      const here = at;
      at += node.of.length;
      return here;
    });
    this.#items = at;
  }

  /** The tree of a route; `root` is its condition at this day, whose window part may differ from the compiled one. */
  tree(slot: Slot, root: Node): Outcome {
    if (slot.node === root || root.kind !== 'all' || slot.node.kind !== 'all') return this.#outcome(slot);
    const children = slot.children.map((child, at) => {
      const node = root.of[at];
      return child.isWindow && node ? combined(node, this.#state(child), []) : this.#outcome(child);
    });
    return combined(root, this.#state(slot), children);
  }

  #state(slot: Slot) {
    return stateOf(this.#vectors.codes[this.#index * this.#program.slots.length + slot.index] ?? 0);
  }

  #outcome(slot: Slot): Outcome {
    const known = this.#outcomes.get(slot);
    if (known) return known;
    const outcome = this.#make(slot);
    this.#outcomes.set(slot, outcome);
    return outcome;
  }

  #make(slot: Slot): Outcome {
    const { node } = slot;
    const state = this.#state(slot);
    if (node.kind === 'all' || node.kind === 'any' || node.kind === 'not' || node.kind === 'ref') {
      return combined(node, state, this.#children(slot));
    }
    if (node.kind === 'atLeast' || node.kind === 'again') {
      const children = this.#children(slot);
      const have = children.filter((child) => child.state === 'met').length;
      return { ...combined(node, state, children), need: slot.n, have, unit: '项' };
    }
    const leaf = evaluateNode(node, this.#runFor(slot));
    if (leaf.state === state) return leaf;
    throw new VectorMismatch(`${node.id}：存储的结论为 ${state}，按材料为 ${leaf.state}`);
  }

  #children(slot: Slot): readonly Outcome[] {
    return slot.children.map((child) => this.#outcome(child));
  }

  #runFor({ scope }: Slot): Run {
    if (!scope) return this.#run;
    const known = this.#runs.get(scope);
    if (known) return known;
    const reserved = reservedFor(scope.item, this.#ownerOf(scope.block), scope.block.node);
    const run = reserved.size === 0 ? this.#run : this.#run.without(reserved);
    this.#runs.set(scope, run);
    return run;
  }

  #ownerOf(block: Block): ReadonlyMap<number, number> {
    const owner = new Map<number, number>();
    const at = this.#index * this.#items + (this.#ownedAt[block.index] ?? 0);
    for (const item of block.node.of.keys()) {
      const mask = this.#vectors.owned[at + item] ?? 0;
      for (let token = 0; token < 31; token += 1) if ((mask & (1 << token)) !== 0) owner.set(token, item);
    }
    return owner;
  }
}

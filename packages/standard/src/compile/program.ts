import { indexOf, rootOf } from '../evaluate/evaluate.ts';
import { contentKey } from '../evaluate/completion.ts';
import { partsOf } from '../intake/uses.ts';
import type { AtLeastNode } from '../kinds/at-least.ts';
import type { CountingRule, Level, Node, RouteId } from '../language/node.ts';
import type { PlanForEvaluation, StandardPack } from '../language/pack.ts';

/** An item of a block as it is shown once the block has shared the achievements out. */
export interface Scope {
  readonly block: Block;
  readonly item: number;
}

/** One place where a condition stands in the explanation: the condition and the achievements it may use. */
export interface Slot {
  readonly index: number;
  readonly node: Node;
  /** Null where every achievement may be used. */
  readonly scope: Scope | null;
  readonly children: readonly Slot[];
  readonly block: Block | null;
  /** `n` of an at-least, of `again` its own. */
  readonly n: number;
  /** How many the condition asks for; 0 where it counts nothing. */
  readonly need: number;
  /** Which open fact of the person this leaf is, for completion; -1 for all else. */
  readonly fact: number;
  /** That the plan's window is open is decided by the day of evaluation. */
  readonly isWindow: boolean;
}

/** Items that compete for achievements. `alone`: each with every achievement, in the scope the block stands in. */
export interface Block {
  readonly index: number;
  readonly node: AtLeastNode;
  readonly alone: readonly Slot[];
}

export interface RouteProgram {
  readonly route: RouteId;
  readonly name: string;
  readonly root: Slot;
  /** Slots of the route, parts before wholes. */
  readonly slots: readonly Slot[];
  /** Whether something is negated: only then can what is unknown turn out not to matter. */
  readonly negates: boolean;
}

/** A level of a standard as a list of places, parts before wholes. */
export interface Program {
  readonly pack: StandardPack;
  readonly level: Level;
  readonly plan: PlanForEvaluation | undefined;
  readonly rules: readonly CountingRule[];
  readonly slots: readonly Slot[];
  readonly blocks: readonly Block[];
  readonly routes: readonly RouteProgram[];
}

/** The standard has a form that compiled code does not hold; the closure form does. */
export class NotCompilable extends Error {}

/** As many items of a block as a mask of items holds. */
export const MAX_ITEMS = 31;

type Draft = { -readonly [K in keyof Slot]: Slot[K] };

class Builder {
  readonly slots: Draft[] = [];
  readonly blocks: Block[] = [];
  readonly #index: ReadonlyMap<string, Node>;
  readonly #competes: boolean;
  readonly #facts = new Map<string, number>();
  readonly #known = new Map<Scope | null, Map<Node, Draft>>();

  constructor(index: ReadonlyMap<string, Node>, competes: boolean) {
    this.#index = index;
    this.#competes = competes;
  }

  slot(node: Node, scope: Scope | null): Slot {
    const known = this.#known.get(scope) ?? new Map<Node, Draft>();
    this.#known.set(scope, known);
    const before = known.get(node);
    if (before) return before;
    const slot = this.#make(node, scope);
    known.set(node, slot);
    return slot;
  }

  #make(node: Node, scope: Scope | null): Slot {
    if (node.kind === 'ref') return this.#add(node, scope, [this.slot(this.#target(node.to), scope)]);
    if (node.kind === 'atLeast') return this.#counted(node, node, scope);
    if (node.kind === 'again') {
      const target = this.#target(node.to);
      if (target.kind !== 'atLeast') throw new NotCompilable(`${node.id} 所指的 ${node.to} 不是条目组`);
      return this.#counted(node, { ...target, id: node.id, n: node.n }, scope);
    }
    const parts = partsOf(node).map((part) => this.slot(part, scope));
    return this.#add(node, scope, parts);
  }

  #counted(node: Node, target: AtLeastNode, scope: Scope | null): Slot {
    const alone = target.of.map((part) => this.slot(part, scope));
    if (!target.compete || !this.#competes) return this.#add(node, scope, alone, target.n);
    if (scope !== null) throw new NotCompilable(`${node.id}：条目组套条目组`);
    if (target.of.length > MAX_ITEMS) throw new NotCompilable(`${node.id}：条目超过 ${MAX_ITEMS} 项`);
    const block: Block = { index: this.blocks.length, node: target, alone };
    this.blocks.push(block);
    const shown = target.of.map((part, item) => this.slot(part, { block, item }));
    return this.#add(node, scope, shown, target.n, block);
  }

  #add(node: Node, scope: Scope | null, children: readonly Slot[], n = 0, block: Block | null = null): Draft {
    const isWindow = node.id === 'plan-window';
    const slot: Draft = {
      index: this.slots.length,
      node,
      scope,
      children,
      block,
      n,
      need: n > 0 ? n : 'min' in node ? node.min : 'years' in node ? node.years : 0,
      fact: children.length === 0 && !isWindow ? this.#fact(node) : -1,
      isWindow,
    };
    this.slots.push(slot);
    return slot;
  }

  #fact(node: Node): number {
    if (('list' in node && node.list === 'achievements') || node.kind === 'atLeast') return -1;
    const key = contentKey(node);
    const fact = this.#facts.get(key) ?? this.#facts.size;
    this.#facts.set(key, fact);
    return fact;
  }

  #target(id: string): Node {
    const found = this.#index.get(id);
    if (!found) throw new NotCompilable(`没有条件 ${id}`);
    return found;
  }
}

/** Lays out a level of a standard, with a plan or without. Throws {@link NotCompilable}. */
export function programOf(pack: StandardPack, level: Level, plan: PlanForEvaluation | undefined): Program {
  if (pack.earlier) throw new Error(`${pack.id} has dated parameters: take it as it stands at a day (packAt) first`);
  const rules = [...pack.counting, ...(plan?.counting ?? [])];
  const competes = rules.some((rule) => rule.rule === 'one-item-each');
  const builder = new Builder(indexOf(pack, plan), competes);
  const routes = level.routes.map((route) => {
    const root = builder.slot(rootOf(route, level, plan, plan?.closesOn ?? ''), null);
    const slots = reached(root);
    return {
      route: route.route,
      name: route.name,
      root,
      slots,
      negates: slots.some(({ node }) => node.kind === 'not'),
    };
  });
  return { pack, level, plan, rules, slots: builder.slots, blocks: builder.blocks, routes };
}

function reached(root: Slot): readonly Slot[] {
  const seen = new Set<Slot>();
  const visit = (slot: Slot): void => {
    if (seen.has(slot)) return;
    for (const child of slot.children) visit(child);
    seen.add(slot);
  };
  visit(root);
  return [...seen];
}

import { indexOf, rootOf } from '../evaluate/evaluate.ts';
import { rulesOf } from '../evaluate/counting.ts';
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

/** Conditions as a list of places, parts before wholes. */
export interface Places {
  /**
   * `explained`: with the places of each item once its block has shared the achievements out. `values`: without them, and
   * conditions that are alike have one place. `bounds`: the same, and what is unknown is not tried for whether it matters.
   */
  readonly form: 'explained' | 'values' | 'bounds';
  readonly rules: readonly CountingRule[];
  readonly slots: readonly Slot[];
  readonly blocks: readonly Block[];
  readonly routes: readonly RouteProgram[];
}

/** A level of a standard as places to explain. */
export interface Program extends Places {
  readonly pack: StandardPack;
  readonly level: Level;
  readonly plan: PlanForEvaluation | undefined;
}

/** Routes to lay out, with the conditions that theirs may refer to. */
export interface AskedRoutes {
  readonly index: ReadonlyMap<string, Node>;
  readonly routes: readonly { readonly route: RouteId; readonly name: string; readonly root: Node }[];
}

/** The standard has a form that compiled code does not hold; the closure form does. */
export class NotCompilable extends Error {}

/** As many items of a block as a mask of items holds. */
export const MAX_ITEMS = 31;

type Draft = { -readonly [K in keyof Slot]: Slot[K] };

class Builder {
  readonly slots: Draft[] = [];
  readonly blocks: Block[] = [];
  readonly #form: Places['form'];
  readonly #competes: boolean;
  readonly #facts = new Map<string, number>();
  readonly #known = new Map<Scope | null, Map<Node | string, Draft>>();
  #index: AskedRoutes['index'] = new Map();
  #contents = new Map<Node, string>();

  constructor(form: Places['form'], rules: readonly CountingRule[]) {
    this.#form = form;
    this.#competes = rules.some(({ rule }) => rule === 'one-item-each');
  }

  routes({ index, routes }: AskedRoutes): readonly RouteProgram[] {
    this.#index = index;
    this.#contents = new Map();
    return routes.map(({ route, name, root: node }) => {
      const root = this.slot(node, null);
      const slots = reached(root);
      return { route, name, root, slots, negates: slots.some((slot) => slot.node.kind === 'not') };
    });
  }

  slot(node: Node, scope: Scope | null): Slot {
    const known = this.#known.get(scope) ?? new Map<Node | string, Draft>();
    this.#known.set(scope, known);
    const key = this.#form === 'explained' ? node : this.#contentOf(node);
    const before = known.get(key);
    if (before) return before;
    const slot = this.#make(node, scope);
    known.set(key, slot);
    return slot;
  }

  /** All that a condition says, with all that it refers to. */
  #contentOf(node: Node): string {
    const known = this.#contents.get(node);
    if (known !== undefined) return known;
    const content = JSON.stringify([node, ...targetsIn(node).map((id) => this.#contentOf(this.#target(id)))]);
    this.#contents.set(node, content);
    return content;
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
    if (this.#form !== 'explained') return this.#add(node, scope, alone, target.n, block);
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
  const rules = rulesOf(pack, plan ?? null);
  return { ...placesOf('explained', rules, [routesOf(pack, level, plan)]), pack, level, plan };
}

/** What the routes of a level ask, with a plan or without. */
export const routesOf = (pack: StandardPack, level: Level, plan: PlanForEvaluation | undefined): AskedRoutes => ({
  index: indexOf(pack, plan),
  routes: level.routes.map((route) => ({
    route: route.route,
    name: route.name,
    root: rootOf(route, level, plan, plan?.closesOn ?? ''),
  })),
});

/**
 * Lays out the routes of one standard after those of another. Where values alone are asked for, what standards ask alike
 * stands there once. Throws {@link NotCompilable}.
 */
export function placesOf(form: Places['form'], rules: readonly CountingRule[], asked: readonly AskedRoutes[]): Places {
  const builder = new Builder(form, rules);
  const routes = asked.flatMap((one) => builder.routes(one));
  return { form, rules, slots: builder.slots, blocks: builder.blocks, routes };
}

/** Ids of what a condition and its parts refer to. */
const targetsIn = (node: Node): readonly string[] => [
  ...(node.kind === 'ref' || node.kind === 'again' ? [node.to] : []),
  ...partsOf(node).flatMap(targetsIn),
];

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

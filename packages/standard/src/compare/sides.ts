import { indexNodes } from '../evaluate/evaluate.ts';
import type { Level, Node, Route, RouteId } from '../language/node.ts';
import type { StandardPack } from '../language/pack.ts';
import type { TitleLevel } from '../vocabulary/values.ts';

/** A condition as answers name it. */
export type Named = { readonly id: string; readonly label: string; readonly text: string };

/** One route of one of the two standards. */
export interface Side {
  readonly pack: StandardPack;
  readonly level: Level;
  readonly route: Route;
  readonly index: ReadonlyMap<string, Node>;
}

export function sideOf(pack: StandardPack, level: TitleLevel, route: RouteId): Side {
  const found = pack.levels.find((one) => one.level === level);
  const way = found?.routes.find((one) => one.route === route);
  if (!found || !way) throw new Error(`${pack.name}没有 ${level} 的 ${route}`);
  const nodes = [...pack.shared, ...pack.levels.flatMap(({ routes }) => routes.map((one) => one.node))];
  return { pack, level: found, route: way, index: indexNodes(nodes) };
}

export interface Judged {
  readonly upper: (node: Node) => string | null;
  readonly lower: (node: Node) => string | null;
  readonly assumed: readonly Named[];
  /** Conditions of the upper standard that rest on a text outside the pack which the lower one does not name. */
  readonly outside: readonly Node[];
}

/** Judgements by the id of the condition; an outside rule that both name is one judgement. */
export function judgementNames(upper: Side, lower: Side): Judged {
  const ofUpper = judgedNodes(upper);
  const name = (node: Node): string | null => {
    if (ofUpper.has(node.id)) return node.id;
    const slot = node.kind === 'outside' ? node.slot : null;
    const same = slot && [...ofUpper.values()].find((one) => one.kind === 'outside' && one.slot === slot);
    return same ? same.id : null;
  };
  const ofLower = [...judgedNodes(lower).values()];
  const assumed = ofLower.filter((node) => name(node) === null);
  const shared = new Set(ofLower.map(name));
  const demanded = demandedOf(upper.route.node, upper.index);
  return {
    upper: ({ id }) => id,
    lower: name,
    assumed: assumed.map(({ id, label, text }) => ({ id, label, text })),
    outside: [...ofUpper.values()].filter(
      (node) => node.kind === 'outside' && !shared.has(node.id) && !demanded.has(node.id),
    ),
  };
}

/** Conditions of a route that a person decides, with those that it refers to. */
export function judgedNodes(side: Side): ReadonlyMap<string, Node> {
  const found = new Map<string, Node>();
  const visit = (node: Node): void => {
    if (node.kind === 'judge' || node.kind === 'outside') found.set(node.id, node);
    if (node.kind === 'ref' || node.kind === 'again') {
      const target = side.index.get(node.to);
      if (target) visit(target);
    } else if (node.kind === 'not') visit(node.of);
    else if ('of' in node) for (const child of node.of) visit(child);
  };
  visit(side.route.node);
  return found;
}

/** Conditions that everybody must fulfil: a text outside the pack that all are held to lets nobody in by itself. */
function demandedOf(node: Node, index: ReadonlyMap<string, Node>): ReadonlySet<string> {
  if (node.kind === 'all') return new Set(node.of.flatMap((child) => [...demandedOf(child, index)]));
  const target = node.kind === 'ref' ? index.get(node.to) : undefined;
  return target ? demandedOf(target, index) : new Set([node.id]);
}

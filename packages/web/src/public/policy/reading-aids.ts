import type { Level, Node, StandardPack } from '@zhiping/standard';
import { partsOf } from '@zhiping/standard/language/node';
import { createContext, useContext } from 'react';

/** What every clause of a document page needs beside itself. */
export interface ReadingAids {
  readonly pack: StandardPack;
  /** Conditions by id, for references. */
  readonly nodes: ReadonlyMap<string, Node>;
  /** Official sentences by printed label; empty where none are attached or wanted. */
  readonly official: Readonly<Record<string, string>>;
  /** The clause the address asks for: id of a condition, anchor or printed label. */
  readonly wanted: string | null;
}

export const AidsContext = createContext<ReadingAids | null>(null);

export function useReadingAids(): ReadingAids {
  const aids = useContext(AidsContext);
  if (aids === null) throw new Error('a clause stands outside of its document');
  return aids;
}

/** Every condition of a pack by id. */
export function nodesById(pack: StandardPack): ReadonlyMap<string, Node> {
  const nodes = new Map<string, Node>();
  const visit = (node: Node): void => {
    nodes.set(node.id, node);
    for (const part of partsOf(node)) visit(part);
  };
  for (const node of pack.shared) visit(node);
  for (const level of pack.levels) for (const route of level.routes) visit(route.node);
  return nodes;
}

/** Whether a condition is the one an address asks for, by id or by printed label. */
export const isWanted = (node: { readonly id: string; readonly label: string }, wanted: string | null): boolean =>
  wanted !== null && (node.id === wanted || (node.label !== '' && node.label === wanted));

/** Level and route in which a clause stands first; null where it stands in none (definitions, counting rules, readings). */
export function placeOf(
  pack: StandardPack,
  nodes: ReadonlyMap<string, Node>,
  wanted: string,
): { readonly level: Level; readonly route: string } | null {
  const holds = (node: Node, seen: ReadonlySet<string>): boolean => {
    if (isWanted(node, wanted)) return true;
    const target = node.kind === 'ref' && !seen.has(node.to) ? nodes.get(node.to) : undefined;
    if (target) return holds(target, new Set([...seen, target.id]));
    return partsOf(node).some((part) => holds(part, seen));
  };
  for (const level of pack.levels) {
    for (const route of level.routes) if (holds(route.node, new Set())) return { level, route: route.route };
  }
  return null;
}

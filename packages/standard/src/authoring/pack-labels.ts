import { indexNodes } from '../evaluate/evaluate.ts';
import type { StandardPack } from '../language/pack.ts';
import type { Node } from '../language/node.ts';

/** Every condition of a pack by id, with all its parts. */
export const nodesOf = (pack: StandardPack): ReadonlyMap<string, Node> =>
  indexNodes([...pack.shared, ...pack.levels.flatMap((level) => level.routes.map((route) => route.node))]);

/** What the pack says under each printed label: conditions, definitions, counting rules, specialties, levels. */
export function wordsByLabel(pack: StandardPack): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, string[]>();
  const add = (label: string, text: string): void => {
    if (label === '') return;
    const known = words.get(label) ?? [];
    if (!known.includes(text)) known.push(text);
    words.set(label, known);
  };
  for (const { label, name } of pack.levels) add(label, name);
  for (const { label, name, text } of pack.specialties) add(label, `${name}：${text}`);
  for (const { label, word, text } of pack.definitions) add(label, `${word}：${text}`);
  for (const { label, text } of pack.counting) add(label, text);
  const isRoute = new Set(pack.levels.flatMap(({ routes }) => routes.map(({ node }) => node.id)));
  for (const node of nodesOf(pack).values()) if (!isRoute.has(node.id)) add(node.label, node.text);
  return words;
}

import type { Node } from '../language/node.ts';
import type { LoadedStandard } from './standard.ts';
import { nodesOf } from './pack-labels.ts';

/** Something in a pack that loads but is suspect. */
export interface Finding {
  readonly where: string;
  readonly message: string;
}

const childrenOf = (node: Node): readonly Node[] => (node.kind === 'not' ? [node.of] : 'of' in node ? node.of : []);

/** The content of a condition without its name. */
function contentOf(node: Node): string {
  const { id: _id, label: _label, text: _text, readings: _readings, note: _note, ...content } = node;
  return JSON.stringify(content, (key: string, value: unknown) =>
    ['id', 'label', 'text', 'note'].includes(key) ? undefined : value,
  );
}

/** Suspect places: what nothing refers to, alternatives written twice, conditions without words, labels given to two. */
export function lintStandard({ pack, unusedParameters }: LoadedStandard): readonly Finding[] {
  const nodes = nodesOf(pack);
  const referred = new Set(
    [...nodes.values()].flatMap((node) => (node.kind === 'ref' || node.kind === 'again' ? [node.to] : [])),
  );
  const slots = new Set([...nodes.values()].flatMap((node) => (node.kind === 'outside' ? [node.slot] : [])));
  return [
    ...unusedParameters.map((name) => ({ where: `parameters.${name}`, message: '没有条件用到这个参数' })),
    ...pack.shared
      .filter(({ id }) => !referred.has(id))
      .map(({ id }) => ({ where: id, message: '共用条件没有被引用' })),
    ...pack.outside
      .filter(({ id }) => !slots.has(id))
      .map(({ id }) => ({ where: `outside.${id}`, message: '没有条件用到这个包外规定' })),
    ...[...nodes.values()].flatMap(lintNode),
    ...sharedLabels(nodes),
  ];
}

function lintNode(node: Node): readonly Finding[] {
  const findings: Finding[] = [];
  if (node.text === '' && node.kind !== 'ref') findings.push({ where: node.id, message: '条件没有文字' });
  const seen = new Map<string, string>();
  for (const child of childrenOf(node)) {
    const content = contentOf(child);
    const twin = seen.get(content);
    if (twin !== undefined && child.kind !== 'judge' && child.kind !== 'outside') {
      findings.push({ where: child.id, message: `与 ${twin} 的内容相同` });
    }
    seen.set(content, child.id);
  }
  return findings;
}

/** Conditions of one label are parts of one clause; the same label in two unrelated places is a slip. */
function sharedLabels(nodes: ReadonlyMap<string, Node>): readonly Finding[] {
  const byLabel = new Map<string, Node[]>();
  for (const node of nodes.values()) {
    if (node.label !== '' && node.kind !== 'all') byLabel.set(node.label, [...(byLabel.get(node.label) ?? []), node]);
  }
  return [...byLabel].flatMap(([label, same]) => {
    const texts = new Set(same.map(({ text }) => text));
    return same.length > 1 && texts.size > 1
      ? [{ where: same.map(({ id }) => id).join('、'), message: `编号 ${label} 用于文字不同的条件` }]
      : [];
  });
}

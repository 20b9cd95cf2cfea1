import type { Node } from '../language/node.ts';
import type { StandardPack } from '../language/pack.ts';
import type { ConditionReader } from './conditions.ts';
import type { ReadingEffects } from './readings.ts';

/** Checks that everything referred to exists, that no condition contains itself, and that every effect of a reading hit. */
export function checkReferences(
  reader: ConditionReader,
  pack: Pick<StandardPack, 'readings' | 'outside'>,
  effects: ReadingEffects,
): void {
  const readings = new Set(pack.readings.map((reading) => reading.id));
  const outside = new Set(pack.outside.map((rule) => rule.id));
  for (const { at, id, to } of reader.references) {
    if (to === 'reading' && !readings.has(id)) at.fail(`没有解读 ${id}`);
    if (to === 'outside' && !outside.has(id)) at.fail(`没有包外规定 ${id}`);
    if (to === 'node' && !reader.ids.has(id)) at.fail(`没有条件 ${id}`);
    const target = to === 'node' ? reader.ids.get(id) : undefined;
    if (target && containsItself(target, reader.ids)) at.fail(`条件 ${id} 引用了自己`);
  }
  for (const node of reader.ids.values()) {
    if (node.kind !== 'again') continue;
    const target = reader.ids.get(node.to);
    const reference = reader.references.find((one) => one.to === 'node' && one.id === node.to);
    if (target && target.kind !== 'atLeast')
      reference?.at.fail(`${node.to} 不是条目组（items 或 at-least），不能用 again`);
    if (target?.kind === 'atLeast' && (node.n < 1 || node.n > target.of.length)) {
      reference?.at.fail(`项数应在 1 与 ${target.of.length} 之间`);
    }
  }
  const changes = [...effects.changes].flatMap(([id, all]) => all.map((at) => [id, at] as const));
  for (const [id, at] of [...effects.replacements, ...effects.dropped, ...changes, ...effects.joined]) {
    if (!reader.usedEffects.has(id)) at.fail(`解读改动的 ${id} 不在标准中`);
  }
  for (const { at, hit } of effects.rewrites) {
    if (!hit) at.fail('没有条件含有 find 所写的部分');
  }
}

function containsItself(start: Node, ids: ReadonlyMap<string, Node>): boolean {
  const visited = new Set<string>();
  const visit = (node: Node): boolean => {
    if (visited.has(node.id)) return false;
    visited.add(node.id);
    return partsOf(node).some((part) => part === start || visit(part));
  };
  const partsOf = (node: Node): readonly Node[] => {
    if (node.kind === 'ref' || node.kind === 'again') {
      const target = ids.get(node.to);
      return target ? [target] : [];
    }
    if (node.kind === 'not') return [node.of];
    return 'of' in node ? node.of : [];
  };
  return visit(start);
}

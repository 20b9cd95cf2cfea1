import { fieldsOf } from '../dossier/fields.ts';
import type { DossierList } from '../dossier/dossier.ts';
import type { NodeBase } from '../language/node.ts';
import type { FieldRef, Predicate } from '../language/predicate.ts';
import type { State } from '../language/state.ts';
import { atLeastState } from '../language/state.ts';
import type { Quality } from '../vocabulary/values.ts';
import { explainRecords, matchRecords } from '../evaluate/matching.ts';
import type { Match } from '../evaluate/matching.ts';
import { leaf, listLeaf } from '../evaluate/outcome.ts';
import { readField } from '../evaluate/predicate.ts';
import type { Kind } from './kind.ts';
import { parseList, parseQualities } from './count.ts';

/** The sum of a number over the records that fulfil `where` reaches `min` (累计不少于…). */
export interface SumNode extends NodeBase {
  readonly kind: 'sum';
  readonly list: DossierList;
  readonly field: FieldRef;
  readonly where: Predicate;
  readonly min: number;
  readonly qualities: readonly Quality[];
}

/** Sum over the records at or above a state; Infinity when one of them does not state its number. */
export function sumAt(node: SumNode, matches: readonly Match[], floor: State): number {
  const best = new Map<number, number>();
  for (const match of matches) {
    if (!atLeastState(match.state, floor)) continue;
    const value = readField(match.record, node.field.path) as number | undefined;
    if (value === undefined && floor !== 'missing') continue;
    best.set(match.token, Math.max(best.get(match.token) ?? 0, value ?? Number.POSITIVE_INFINITY));
  }
  return [...best.values()].reduce((total, value) => total + value, 0);
}

export const sum: Kind<SumNode> = {
  key: 'sum',
  keys: ['list', 'where', 'min', 'quality'],
  parse(value, map, base, context) {
    const list = parseList(map);
    const name = value.text() ?? '';
    const field = fieldsOf(list).find((one) => (one.id === name || one.title === name) && one.form === 'number');
    if (!field) value.fail(`没有数值字段 ${name}`);
    const written = map.get('where');
    const threshold = map.get('min');
    if (!written || !threshold) {
      map.fail('sum 需要 where 与 min');
      return null;
    }
    const where = context.predicate(written, list);
    const min = context.integer(threshold);
    if (!field || !where) return null;
    const ref = { path: field.path, name: field.title, ...(field.unit === '' ? {} : { unit: field.unit }) };
    return { ...base, kind: 'sum', list, field: ref, where, min, qualities: parseQualities(map) };
  },
  evaluate(node, run) {
    const matches = matchRecords(node, run);
    if (!matches) return leaf(node, 'missing', { need: node.min, unknown: [run.listTitle(node.list)] });
    const have = sumAt(node, matches, 'met');
    const state: State =
      have >= node.min
        ? 'met'
        : sumAt(node, matches, 'judge') >= node.min
          ? 'judge'
          : sumAt(node, matches, 'missing') >= node.min
            ? 'missing'
            : 'unmet';
    const facts = { need: node.min, have, unit: node.field.unit ?? '', matches };
    return listLeaf(node, state, facts, () => explainRecords(node, matches, run));
  },
};

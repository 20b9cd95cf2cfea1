import { DOSSIER_LISTS } from '../dossier/dossier.ts';
import type { DossierList } from '../dossier/dossier.ts';
import type { NodeBase } from '../language/node.ts';
import type { Predicate } from '../language/predicate.ts';
import { atLeastOf } from '../language/state.ts';
import { VALUES } from '../vocabulary/values.ts';
import type { Quality } from '../vocabulary/values.ts';
import { explainRecords, matchRecords, tokenStates } from '../evaluate/matching.ts';
import { leaf, listLeaf } from '../evaluate/outcome.ts';
import type { Cursor } from '../authoring/cursor.ts';
import type { Kind } from './kind.ts';

/** At least `min` records of a list fulfil `where`, and a person confirms each named quality of each of them. */
export interface CountNode extends NodeBase {
  readonly kind: 'count';
  readonly list: DossierList;
  readonly where: Predicate;
  readonly min: number;
  readonly qualities: readonly Quality[];
}

/** The list a count, sum or every runs over; achievements when none is written. */
export function parseList(map: Cursor): DossierList {
  const written = map.optionalText('list') ?? 'achievements';
  const list = DOSSIER_LISTS.find((name) => name === written);
  if (!list) map.get('list')?.fail(`没有列表 ${written}；可用：${DOSSIER_LISTS.join('、')}`);
  return list ?? 'achievements';
}

export function parseQualities(map: Cursor): readonly Quality[] {
  const written = map.get('quality');
  if (!written) return [];
  return written.items().flatMap((item) => {
    const name = item.text();
    const quality = VALUES.quality.find((id) => id === name);
    if (!quality) item.fail(`没有性质 ${name ?? ''}；可用：${VALUES.quality.join('、')}`);
    return quality ?? [];
  });
}

const UNITS: Partial<Record<DossierList, string>> = { recommendations: '名', achievements: '项' };

export const count: Kind<CountNode> = {
  key: 'count',
  keys: ['list', 'min', 'quality'],
  parse(value, map, base, context) {
    const list = parseList(map);
    const where = context.predicate(value, list);
    const written = map.get('min');
    const min = written ? context.integer(written) : 1;
    if (min < 1) written?.fail('min 应至少为 1');
    return where && { ...base, kind: 'count', list, where, min, qualities: parseQualities(map) };
  },
  evaluate(node, run) {
    const matches = matchRecords(node, run);
    if (!matches) return leaf(node, 'missing', { need: node.min, unknown: [run.listTitle(node.list)] });
    const states = [...tokenStates(matches).values()];
    const have = states.filter((state) => state === 'met').length;
    const later = run.later(node.list);
    const notes = later > 0 ? [`另有 ${later} 项的日期晚于评估日，不计`] : [];
    const facts = { need: node.min, have, unit: UNITS[node.list] ?? '项', matches, notes };
    return listLeaf(node, atLeastOf(states, node.min), facts, () => explainRecords(node, matches, run));
  },
};

import type { DossierList } from '../dossier/dossier.ts';
import type { NodeBase } from '../language/node.ts';
import type { Predicate } from '../language/predicate.ts';
import { allOf, anyOf, negate } from '../language/state.ts';
import { describeRecord } from '../evaluate/matching.ts';
import { leaf } from '../evaluate/outcome.ts';
import { compilePredicate } from '../evaluate/predicate.ts';
import { reasonsFor } from '../explain/reasons.ts';
import { parseList } from './count.ts';
import type { Kind } from './kind.ts';

/** Every record of the list for which `when` holds fulfils `must`. */
export interface EveryNode extends NodeBase {
  readonly kind: 'every';
  readonly list: DossierList;
  readonly when: Predicate | null;
  readonly must: Predicate;
}

export const every: Kind<EveryNode> = {
  key: 'every',
  keys: ['list', 'when'],
  parse(value, map, base, context) {
    const list = parseList(map);
    const must = context.predicate(value, list);
    const condition = map.get('when');
    const when = condition ? context.predicate(condition, list) : null;
    return must && { ...base, kind: 'every', list, when, must };
  },
  evaluate(node, run) {
    const records = run.records(node.list);
    if (!records) return leaf(node, 'missing', { unknown: [run.listTitle(node.list)] });
    const must = compilePredicate(node.must);
    const when = node.when && compilePredicate(node.when);
    const notCounted: { id: string; name: string; reasons: string[]; rule: null }[] = [];
    const counted: { id: string; name: string; state: 'met' }[] = [];
    const states = records.map((record, index) => {
      const scope = when ? when(record) : 'met';
      const state = anyOf([negate(scope), must(record)]);
      const shown = describeRecord(node.list, record, index, run);
      if (state !== 'met') {
        notCounted.push({
          ...shown,
          reasons: [...reasonsFor(node.must, record, run.pack.vocabulary).reasons],
          rule: null,
        });
      } else if (scope === 'met') counted.push({ ...shown, state: 'met' });
      return state;
    });
    return leaf(node, allOf(states), { counted, notCounted });
  },
};

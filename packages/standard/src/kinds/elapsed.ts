import { fieldsOf } from '../dossier/fields.ts';
import type { NodeBase } from '../language/node.ts';
import { addYears, dayRange } from '../evaluate/dates.ts';
import type { State } from '../language/state.ts';
import { leaf } from '../evaluate/outcome.ts';
import { readField } from '../evaluate/predicate.ts';
import type { RecordData } from '../evaluate/predicate.ts';
import type { Kind } from './kind.ts';

/** `years` full years have passed since a date of the dossier at the day of evaluation (在本省工作满 1 年). */
export interface ElapsedNode extends NodeBase {
  readonly kind: 'elapsed';
  readonly years: number;
  readonly since: { readonly path: readonly string[]; readonly name: string };
}

export const elapsed: Kind<ElapsedNode> = {
  key: 'elapsed',
  keys: ['since'],
  parse(value, map, base, context) {
    const name = map.requiredText('since');
    const field = fieldsOf('dossier').find((one) => (one.id === name || one.title === name) && one.form === 'date');
    if (!field) {
      if (name !== '') map.get('since')?.fail(`没有日期字段 ${name}`);
      return null;
    }
    const since = { path: field.path, name: field.title.split('.').at(-1) ?? field.title };
    return { ...base, kind: 'elapsed', years: context.integer(value), since };
  },
  evaluate(node, run) {
    const written = readField(run.dossier as RecordData, node.since.path) as string | undefined;
    if (written === undefined)
      return leaf(node, 'missing', { need: node.years, unit: '年', unknown: [node.since.name] });
    const { first, last } = dayRange(written);
    const { asOf } = run.context;
    const surely = addYears(last, node.years) <= asOf;
    const state: State = surely ? 'met' : addYears(first, node.years) <= asOf ? 'missing' : 'unmet';
    if (state === 'missing') {
      return leaf(node, state, { need: node.years, unit: '年', unknown: [`${node.since.name}（需精确到日）`] });
    }
    const notes =
      written.length === 10 ? [`自 ${written} 起，${addYears(written, node.years)} 满 ${node.years} 年`] : [];
    return leaf(node, state, { need: node.years, unit: '年', notes });
  },
};

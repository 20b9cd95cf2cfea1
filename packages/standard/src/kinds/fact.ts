import type { NodeBase } from '../language/node.ts';
import type { Predicate } from '../language/predicate.ts';
import { leaf } from '../evaluate/outcome.ts';
import { compilePredicate } from '../evaluate/predicate.ts';
import type { RecordData } from '../evaluate/predicate.ts';
import { reasonsFor } from '../explain/reasons.ts';
import type { Kind } from './kind.ts';

/** A predicate on the dossier itself. */
export interface FactNode extends NodeBase {
  readonly kind: 'fact';
  readonly test: Predicate;
}

export const fact: Kind<FactNode> = {
  key: 'fact',
  keys: [],
  parse(value, _map, base, context) {
    const test = context.predicate(value, 'dossier');
    return test && { ...base, kind: 'fact', test };
  },
  evaluate(node, run) {
    const record = run.dossier as RecordData;
    const state = compilePredicate(node.test)(record);
    if (state === 'met') return leaf(node, state, {});
    const { reasons } = reasonsFor(node.test, record, run.pack.vocabulary);
    return leaf(
      node,
      state,
      state === 'missing'
        ? { unknown: reasons.map((reason) => reason.replace(/^未填/u, '')) }
        : { notes: [...reasons] },
    );
  },
};

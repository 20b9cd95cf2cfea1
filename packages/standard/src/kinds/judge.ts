import type { NodeBase } from '../language/node.ts';
import type { State } from '../language/state.ts';
import { leaf } from '../evaluate/outcome.ts';
import type { Outcome } from '../evaluate/outcome.ts';
import type { Run } from '../evaluate/run.ts';
import type { Kind } from './kind.ts';
import type { OutsideNode } from './outside.ts';

/** A person decides; the decision stands in the dossier's `judgements` under the condition's id. */
export interface JudgeNode extends NodeBase {
  readonly kind: 'judge';
}

/** What a person decided on this condition: `judge` until then. */
export function judged(node: JudgeNode | OutsideNode, run: Run, waiting: string): Outcome {
  const judgements = run.dossier.judgements ?? {};
  const found = Object.hasOwn(judgements, node.id) ? judgements[node.id] : undefined;
  const state: State = found?.result ?? 'judge';
  const by = found?.by ? `${found.by}：` : '';
  const notes = found
    ? [`${by}${found.result === 'met' ? '认定符合' : '认定不符合'}${found.reason ? `，${found.reason}` : ''}`]
    : [waiting];
  return leaf(node, state, { notes });
}

export const judge: Kind<JudgeNode> = {
  key: 'judge',
  keys: [],
  parse(value, _map, base) {
    if (value.scalar() !== true) value.fail('judge 只能写 true');
    return { ...base, kind: 'judge' };
  },
  evaluate: (node, run) => judged(node, run, '由评审人员判断'),
};

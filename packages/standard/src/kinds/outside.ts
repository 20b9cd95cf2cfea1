import type { NodeBase } from '../language/node.ts';
import { judged } from './judge.ts';
import type { Kind } from './kind.ts';

/** The condition stands in a text that is not in the pack: a person decides, with the document named (P15). */
export interface OutsideNode extends NodeBase {
  readonly kind: 'outside';
  readonly slot: string;
}

export const outside: Kind<OutsideNode> = {
  key: 'outside',
  keys: [],
  parse(value, _map, base, context) {
    const slot = value.text() ?? '';
    context.reference(value, slot, 'outside');
    return { ...base, kind: 'outside', slot };
  },
  evaluate(node, run) {
    const rule = run.pack.outside.find((one) => one.id === node.slot);
    return judged(node, run, `按${rule?.document ?? node.slot}由审核人判断（该文件未收录）`);
  },
};

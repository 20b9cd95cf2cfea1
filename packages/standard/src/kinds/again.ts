import type { NodeBase } from '../language/node.ts';
import type { Kind } from './kind.ts';

/** The items of an `items` block once more, with another n: “满足其中 5 项以上”. */
export interface AgainNode extends NodeBase {
  readonly kind: 'again';
  readonly to: string;
  readonly n: number;
}

export const again: Kind<AgainNode> = {
  key: 'again',
  keys: ['n'],
  parse(value, map, base, context) {
    const to = value.text() ?? '';
    context.reference(value, to, 'node');
    const written = map.get('n');
    if (!written) map.fail('缺少 n（项数）');
    return { ...base, kind: 'again', to, n: written ? context.integer(written) : 1 };
  },
  evaluate(node, run) {
    const target = run.node(node.to);
    if (target.kind !== 'atLeast') throw new Error(`again ${node.id} 所指的 ${node.to} 不是条目组`);
    return { ...run.evaluate({ ...target, id: node.id, n: node.n }), node };
  },
};

import type { NodeBase } from '../language/node.ts';
import { combined } from '../evaluate/outcome.ts';
import type { Kind } from './kind.ts';

/** The same condition once more. */
export interface RefNode extends NodeBase {
  readonly kind: 'ref';
  readonly to: string;
}

export const ref: Kind<RefNode> = {
  key: 'ref',
  keys: [],
  parse(value, _map, base, context) {
    const to = value.text() ?? '';
    context.reference(value, to, 'node');
    return { ...base, kind: 'ref', to };
  },
  evaluate(node, run) {
    const target = run.evaluate(run.node(node.to));
    return combined(node, target.state, [target]);
  },
  combine: (_node, [child = 'missing']) => child,
};

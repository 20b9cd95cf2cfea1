import type { Node, NodeBase } from '../language/node.ts';
import { negate } from '../language/state.ts';
import { combined } from '../evaluate/outcome.ts';
import type { Kind } from './kind.ts';

/** Swaps met and unmet; what is open stays open. */
export interface NotNode extends NodeBase {
  readonly kind: 'not';
  readonly of: Node;
}

export const not: Kind<NotNode> = {
  key: 'not',
  keys: [],
  parse(value, _map, base, context) {
    const of = context.node(value, `${base.id}.1`);
    return of && { ...base, kind: 'not', of };
  },
  evaluate(node, run) {
    const child = run.evaluate(node.of);
    return combined(node, negate(child.state), [child]);
  },
  combine: (_node, [child = 'missing']) => negate(child),
};

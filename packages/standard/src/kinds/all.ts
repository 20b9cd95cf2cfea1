import type { Node, NodeBase } from '../language/node.ts';
import { allOf } from '../language/state.ts';
import { combined } from '../evaluate/outcome.ts';
import type { Kind } from './kind.ts';

/** Every one of the conditions. */
export interface AllNode extends NodeBase {
  readonly kind: 'all';
  readonly of: readonly Node[];
}

export const all: Kind<AllNode> = {
  key: 'all',
  keys: [],
  parse: (value, _map, base, context) => ({ ...base, kind: 'all', of: context.nodes(value, base.id) }),
  evaluate(node, run) {
    const children = node.of.map((child) => run.evaluate(child));
    return combined(node, allOf(children.map((child) => child.state)), children);
  },
  combine: (_node, children) => allOf(children),
};

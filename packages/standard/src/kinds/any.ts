import type { Node, NodeBase } from '../language/node.ts';
import { anyOf } from '../language/state.ts';
import { combined } from '../evaluate/outcome.ts';
import type { Kind } from './kind.ts';

/** One of the conditions (符合下列条件之一). */
export interface AnyNode extends NodeBase {
  readonly kind: 'any';
  readonly of: readonly Node[];
}

export const any: Kind<AnyNode> = {
  key: 'any',
  keys: [],
  parse: (value, _map, base, context) => ({ ...base, kind: 'any', of: context.nodes(value, base.id) }),
  evaluate(node, run) {
    const children = node.of.map((child) => run.evaluate(child));
    return combined(node, anyOf(children.map((child) => child.state)), children);
  },
  combine: (_node, children) => anyOf(children),
};

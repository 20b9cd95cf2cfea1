import type { Node, NodeBase } from '../language/node.ts';
import { atLeastOf } from '../language/state.ts';
import { evaluateItems } from '../evaluate/items.ts';
import { combined } from '../evaluate/outcome.ts';
import type { Kind } from './kind.ts';

/** At least n different conditions; with `compete` they are items that compete for achievements (P3). */
export interface AtLeastNode extends NodeBase {
  readonly kind: 'atLeast';
  readonly n: number;
  readonly compete: boolean;
  readonly of: readonly Node[];
}

const parser =
  (compete: boolean): Kind<AtLeastNode>['parse'] =>
  (value, map, base, context) => {
    const list = map.get('of');
    if (!list) {
      map.fail('缺少 of（条件列表）');
      return null;
    }
    const of = context.nodes(list, base.id);
    const n = context.integer(value);
    if (n < 1 || n > of.length) value.fail(`项数应在 1 与 ${of.length} 之间`);
    return { ...base, kind: 'atLeast', n, compete, of };
  };

const evaluate: Kind<AtLeastNode>['evaluate'] = (node, run) => {
  if (node.compete) return evaluateItems(node, run);
  const children = node.of.map((child) => run.evaluate(child));
  const states = children.map((child) => child.state);
  const have = states.filter((state) => state === 'met').length;
  return { ...combined(node, atLeastOf(states, node.n), children), need: node.n, have, unit: '项' };
};

export const atLeast: Kind<AtLeastNode> = {
  key: 'at-least',
  keys: ['of'],
  parse: parser(false),
  evaluate,
  combine: (node, children) => atLeastOf(children, node.n),
};

export const items: Kind<AtLeastNode> = { ...atLeast, key: 'items', parse: parser(true) };

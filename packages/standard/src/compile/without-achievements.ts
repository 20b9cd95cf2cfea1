import { partsOf } from '../intake/uses.ts';
import type { Node } from '../language/node.ts';
import type { AskedRoutes } from './program.ts';

/**
 * The same routes with every condition on achievements taken for met, so that each comes to at least the value it has: who
 * fails here fails whatever the achievements are. Null where some route asks for nothing else.
 */
export function withoutAchievements({ index, routes }: AskedRoutes): AskedRoutes | null {
  const lenient = routes.flatMap(({ root, ...route }) => {
    const left = remaining(root, index);
    return left ? [{ ...route, root: left }] : [];
  });
  return lenient.length === routes.length ? { index, routes: lenient } : null;
}

/** What is left of a condition; null where nothing is, so that it is met. */
function remaining(node: Node, index: AskedRoutes['index']): Node | null {
  if (!readsAchievements(node, index)) return node;
  switch (node.kind) {
    case 'all': {
      const of = node.of.flatMap((part) => remaining(part, index) ?? []);
      return of.length === 0 ? null : { ...node, of };
    }
    case 'any': {
      const of = node.of.flatMap((part) => remaining(part, index) ?? []);
      return of.length < node.of.length ? null : { ...node, of };
    }
    case 'atLeast': {
      const of = node.of.flatMap((part) => remaining(part, index) ?? []);
      const n = node.n - (node.of.length - of.length);
      return n <= 0 ? null : { ...node, n, of, compete: false };
    }
    case 'again': {
      const target = index.get(node.to);
      return target?.kind === 'atLeast' ? remaining({ ...target, n: node.n }, index) : null;
    }
    case 'ref': {
      const target = index.get(node.to);
      return target ? remaining(target, index) : null;
    }
    // What is negated may be met by achievements that are not there; the others look at achievements themselves.
    case 'not':
    case 'count':
    case 'every':
    case 'sum':
    case 'yearly':
      return null;
    case 'elapsed':
    case 'fact':
    case 'judge':
    case 'outside':
    case 'tenure':
      return node;
    default:
      return node satisfies never;
  }
}

function readsAchievements(node: Node, index: AskedRoutes['index']): boolean {
  if ('list' in node && node.list === 'achievements') return true;
  if (node.kind === 'ref' || node.kind === 'again') {
    const target = index.get(node.to);
    return target === undefined || readsAchievements(target, index);
  }
  return partsOf(node).some((part) => readsAchievements(part, index));
}

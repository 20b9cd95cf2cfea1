import type { Outcome } from '../evaluate/outcome.ts';
import type { State } from '../language/state.ts';

/** What is there of a condition: one cell for each thing asked, those that are there first. */
export type Progress = readonly State[];

/** More cells than these are not drawn one by one. */
const MOST_CELLS = 12;

const repeat = (state: State, times: number): readonly State[] =>
  Array.from({ length: Math.max(0, times) }, () => state);

/**
 * A condition as cells for a chart: three items of which two are there are met, met, unmet. Of alternatives the one that came
 * furthest is shown; parts that must all hold stand one after the other.
 */
export function progressOf(outcome: Outcome): Progress {
  const { node, state, children, need, have } = outcome;
  switch (node.kind) {
    case 'all':
      return children.length === 0 ? [state] : children.flatMap((child) => progressOf(child));
    case 'any': {
      const [best] = children.map((child) => progressOf(child)).toSorted((a, b) => share(b) - share(a));
      return best ?? [state];
    }
    case 'ref': {
      const [target] = children;
      return target ? progressOf(target) : [state];
    }
    case 'again':
    case 'atLeast':
    case 'count':
    case 'elapsed':
    case 'sum':
    case 'tenure':
    case 'yearly':
      if (need === null || need > MOST_CELLS || need < 1) return [state];
      if (state === 'met') return repeat('met', need);
      return [...repeat('met', Math.min(have ?? 0, need)), ...repeat(state, need - (have ?? 0))];
    case 'every':
    case 'fact':
    case 'judge':
    case 'not':
    case 'outside':
      return [state];
    default:
      return node satisfies never;
  }
}

const VALUE: Readonly<Record<State, number>> = { met: 1, judge: 0.5, missing: 0.25, unmet: 0 };
const share = (cells: Progress): number =>
  cells.reduce((sum, state) => sum + VALUE[state], 0) / Math.max(1, cells.length);

import { DOSSIER_LISTS } from '../dossier/dossier.ts';
import type { DossierList } from '../dossier/dossier.ts';
import type { Node } from '../language/node.ts';

/** How many records of each list a dossier is looked for with. */
export type Bounds = Readonly<Record<DossierList, number>>;

/** More records than these make a query slow; beyond them the answer says that it is bounded. */
const MOST: Bounds = {
  achievements: 10,
  assessments: 0,
  degrees: 3,
  educations: 3,
  examinations: 1,
  learning: 6,
  recommendations: 5,
  skills: 2,
  titles: 3,
  workPeriods: 2,
};

type Index = ReadonlyMap<string, Node>;

/**
 * With how many records a counterexample exists if there is one at all: as many as the stricter standard can need to be met
 * (more never help it, and removing them never helps the looser one), and those that a negative condition of the looser one
 * needs in order to fail. `complete` unless that is more than is looked at.
 */
export function boundsFor(
  upper: Node,
  upperIndex: Index,
  lower: Node,
  lowerIndex: Index,
): { readonly bounds: Bounds; readonly complete: boolean } {
  const needed = DOSSIER_LISTS.map((list) => {
    const needs = mostNeeded(upper, list, upperIndex) + mostAgainst(lower, list, lowerIndex);
    return [list, needs] as const;
  });
  const bounds = Object.fromEntries(needed.map(([list, needs]) => [list, Math.min(MOST[list], needs)])) as Record<
    DossierList,
    number
  >;
  return { bounds, complete: needed.every(([list, needs]) => list === 'assessments' || needs <= MOST[list]) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const largest = (numbers: readonly number[], n: number): number => sum(numbers.toSorted((a, b) => b - a).slice(0, n));

/** The most records of a list that a way to fulfil the condition can need. */
function mostNeeded(node: Node, list: DossierList, index: Index): number {
  switch (node.kind) {
    case 'all':
      return sum(node.of.map((child) => mostNeeded(child, list, index)));
    case 'any':
      return largest(
        node.of.map((child) => mostNeeded(child, list, index)),
        1,
      );
    case 'atLeast':
      return largest(
        node.of.map((child) => mostNeeded(child, list, index)),
        node.n,
      );
    case 'again': {
      const target = index.get(node.to);
      return target?.kind === 'atLeast' ? mostNeeded({ ...target, n: node.n }, list, index) : 0;
    }
    case 'ref': {
      const target = index.get(node.to);
      return target ? mostNeeded(target, list, index) : 0;
    }
    case 'count':
      return node.list === list ? node.min : 0;
    case 'sum':
      return node.list === list ? 1 : 0;
    case 'tenure':
      return (list === 'titles' && node.since) || (list === 'workPeriods' && node.work) ? 1 : 0;
    case 'not':
      return mostAgainst(node.of, list, index);
    case 'elapsed':
    case 'every':
    case 'fact':
    case 'judge':
    case 'outside':
    case 'yearly':
      return 0;
    default:
      return node satisfies never;
  }
}

/** Whether a condition, with what it refers to, looks at achievements at all, and whether only ever asks for more of them. */
export function usesOfAchievements(node: Node, index: Index): 'none' | 'positive' | 'mixed' {
  const parts = partsOf(node, index).map((part) => usesOfAchievements(part, index));
  if ('list' in node && node.list === 'achievements') return node.kind === 'every' ? 'mixed' : 'positive';
  const whole = parts.includes('mixed') ? 'mixed' : parts.includes('positive') ? 'positive' : 'none';
  return node.kind === 'not' && whole === 'positive' ? 'mixed' : whole;
}

function partsOf(node: Node, index: Index): readonly Node[] {
  if (node.kind === 'not') return [node.of];
  if (node.kind === 'ref' || node.kind === 'again') return [index.get(node.to)].flatMap((target) => target ?? []);
  return 'of' in node ? node.of : [];
}

/** With how few achievements the condition may be met: a counterexample is looked for among these first. */
export function fewestAchievements(node: Node, index: Index): number {
  const parts = partsOf(node, index).map((part) => fewestAchievements(part, index));
  switch (node.kind) {
    case 'all':
    case 'ref':
      return sum(parts);
    case 'any':
      return parts.length === 0 ? 0 : Math.min(...parts);
    case 'atLeast':
      return sum(parts.toSorted((a, b) => a - b).slice(0, node.n));
    case 'again': {
      const target = index.get(node.to);
      return target?.kind === 'atLeast' ? fewestAchievements({ ...target, n: node.n }, index) : 0;
    }
    case 'count':
      return node.list === 'achievements' ? node.min : 0;
    case 'sum':
      return node.list === 'achievements' ? 1 : 0;
    case 'elapsed':
    case 'every':
    case 'fact':
    case 'judge':
    case 'not':
    case 'outside':
    case 'tenure':
    case 'yearly':
      return 0;
    default:
      return node satisfies never;
  }
}

/** The most records of a list that it can take to make the condition fail. */
function mostAgainst(node: Node, list: DossierList, index: Index): number {
  switch (node.kind) {
    case 'all':
    case 'any':
    case 'atLeast':
      return sum(node.of.map((child) => mostAgainst(child, list, index)));
    case 'ref': {
      const target = index.get(node.to);
      return target ? mostAgainst(target, list, index) : 0;
    }
    case 'not':
      return mostNeeded(node.of, list, index);
    case 'every':
      return node.list === list ? 1 : 0;
    case 'again':
    case 'count':
    case 'elapsed':
    case 'fact':
    case 'judge':
    case 'outside':
    case 'sum':
    case 'tenure':
      return 0;
    case 'yearly':
      return list === 'titles' ? 1 : 0;
    default:
      return node satisfies never;
  }
}

import type { Outcome } from '../evaluate/outcome.ts';
import type { AtLeastNode } from '../kinds/at-least.ts';
import type { AgainNode } from '../kinds/again.ts';
import type { Node } from '../language/node.ts';
import { cheapest, combineAll, combineSome } from './choose.ts';
import type { Finder } from './finder.ts';
import { NOTHING, single } from './moves.ts';
import type { Proposal } from './moves.ts';
import { proposalsForEvery, proposalsForFact, proposalsForYearly } from './person.ts';
import { proposalsForCount, proposalsForSum } from './records.ts';
import { proposalsForElapsed, proposalsForTenure } from './time.ts';

/**
 * The cheapest sets of moves that should make a condition hold, cheapest first, from its parts upwards. They are proposals:
 * whoever shows one has applied it and evaluated again.
 */
export const proposalsFor = (outcome: Outcome, finder: Finder): readonly Proposal[] =>
  outcome.state === 'met' ? [NOTHING] : finder.remembered(outcome, () => find(outcome, finder));

function find(outcome: Outcome, finder: Finder): readonly Proposal[] {
  const { node, state, children } = outcome;
  switch (node.kind) {
    case 'all':
      return combineAll(
        children.map((child) => proposalsFor(child, finder)),
        true,
      );
    case 'any':
    case 'ref':
      if (node.kind === 'any' && children.length === 0) finder.block(node, '已经截止');
      return cheapest(children.flatMap((child) => proposalsFor(child, finder)));
    case 'atLeast':
    case 'again':
      return proposalsForItems(node, outcome, finder);
    case 'count':
      return proposalsForCount(node, outcome, finder);
    case 'sum':
      return proposalsForSum(node, outcome, finder);
    case 'fact':
      return proposalsForFact(node, finder);
    case 'every':
      return proposalsForEvery(node, finder);
    case 'yearly':
      return proposalsForYearly(node, outcome, finder);
    case 'tenure':
      return proposalsForTenure(node, outcome, finder);
    case 'elapsed':
      return proposalsForElapsed(node, outcome, finder);
    case 'judge':
    case 'outside':
      if (state === 'unmet') {
        finder.block(node, outcome.notes.join('；'));
        return [];
      }
      return [
        single({
          kind: 'judge',
          key: `judge:${node.id}`,
          for: [node.id],
          id: node.id,
          outside: node.kind === 'outside',
        }),
      ];
    case 'not':
      return proposalsAgainst(node, outcome, finder);
    default:
      return node satisfies never;
  }
}

/**
 * Some of the items: those that hold in the assignment shown stay, the cheapest of the others are brought about. Each of
 * these is looked at as the assignment left it and by itself, because another assignment may be the better one.
 */
function proposalsForItems(node: AtLeastNode | AgainNode, outcome: Outcome, finder: Finder): readonly Proposal[] {
  const competes = finder.run.competes && (node.kind === 'again' || node.compete);
  const open = outcome.children.flatMap((child, item) => (child.state === 'met' ? [] : [{ child, item }]));
  const lacks = node.n - (outcome.children.length - open.length);
  const parts = open.map(({ child, item }) => {
    const alone = competes ? (outcome.alone?.[item] ?? finder.run.evaluate(child.node)) : child;
    const shown = proposalsFor(child, finder);
    return alone === child || alone.state === 'met' ? shown : cheapest([...shown, ...proposalsFor(alone, finder)]);
  });
  return combineSome(parts, Math.max(lacks, 1), !competes);
}

/** That a condition should not hold can only follow from facts that are still open. */
function proposalsAgainst(node: Extract<Node, { kind: 'not' }>, outcome: Outcome, finder: Finder): readonly Proposal[] {
  const [child] = outcome.children;
  if (outcome.state !== 'unmet' && child?.node.kind === 'fact') return proposalsForFact(child.node, finder, false);
  finder.block(node, outcome.state === 'unmet' ? '与所填情况不符，已成事实' : '须先补充有关资料');
  return [];
}

import type { Evaluation } from '../../evaluate/evaluate.ts';
import type { Outcome } from '../../evaluate/outcome.ts';
import type { State } from '../../language/state.ts';

/** Calls `look` for every condition of a tree with its value, conditions referred to included, references themselves not. */
export function visit(outcome: Outcome, look: (outcome: Outcome) => void): void {
  if (outcome.node.kind !== 'ref') look(outcome);
  for (const child of outcome.children) visit(child, look);
}

/** Value of each condition by id, over all routes evaluated. */
export function statesById(evaluation: Evaluation): ReadonlyMap<string, State> {
  const states = new Map<string, State>();
  for (const { tree } of evaluation.routes) visit(tree, ({ node, state }) => states.set(node.id, state));
  return states;
}

/** The counting rule that excluded each achievement, by the achievement's id. */
export function excludedBy(evaluation: Evaluation): ReadonlyMap<string, string> {
  const rules = new Map<string, string>();
  for (const { tree } of evaluation.routes) {
    visit(tree, ({ notCounted }) => {
      for (const { id, rule } of notCounted) if (rule !== null) rules.set(id, rule);
    });
  }
  return rules;
}

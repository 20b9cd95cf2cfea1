import {
  compilePredicate,
  type Expert,
  type Node,
  partsOf,
  type Predicate,
  type StandardPack,
} from '@zhiping/standard';
import type { PlanLevel, PlanRoute } from './vocabulary.ts';

export type EndorsementKind = 'recommendation' | 'appraisal';

/** What a standard asks of experts who write for an applicant: a condition's wording, how many, and who they must be. */
export interface EndorserNeed {
  readonly kind: EndorsementKind;
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly min: number;
  readonly where: Predicate;
}

/** Every place of a route where the standard counts experts, references followed; in the order of the document. */
export function endorserNeeds(pack: StandardPack, level: PlanLevel, route: PlanRoute): readonly EndorserNeed[] {
  const root = pack.levels.find((one) => one.level === level)?.routes.find((one) => one.route === route)?.node;
  if (!root) return [];
  const all = new Map<string, Node>();
  const index = (node: Node): void => {
    all.set(node.id, node);
    for (const part of partsOf(node)) index(part);
  };
  for (const node of pack.shared) index(node);
  for (const one of pack.levels) for (const { node } of one.routes) index(node);

  const needs = new Map<string, EndorserNeed>();
  const seen = new Set<string>();
  const visit = (node: Node): void => {
    if (seen.has(node.id)) return;
    seen.add(node.id);
    const target = node.kind === 'ref' || node.kind === 'again' ? all.get(node.to) : undefined;
    if (target) visit(target);
    if (node.kind === 'count') for (const need of needsOf(node)) needs.set(`${need.kind} ${need.id}`, need);
    for (const part of partsOf(node)) visit(part);
  };
  visit(root);
  return [...needs.values()];
}

function needsOf(node: Extract<Node, { kind: 'count' }>): readonly EndorserNeed[] {
  const { id, label, text } = node;
  if (node.list === 'recommendations') {
    return [{ kind: 'recommendation', id, label, text, min: node.min, where: node.where }];
  }
  return expertsIn(node.where).map(({ where, min }) => ({ kind: 'appraisal', id, label, text, min, where }));
}

function expertsIn(predicate: Predicate): readonly Extract<Predicate, { op: 'experts' }>[] {
  switch (predicate.op) {
    case 'and':
    case 'or':
      return predicate.of.flatMap(expertsIn);
    case 'not':
      return expertsIn(predicate.of);
    case 'experts':
      return [predicate];
    case 'claim':
    case 'date':
    case 'number':
    case 'text':
    case 'word':
    case 'wordIn':
    case 'yes':
      return [];
  }
}

/** Needs of a kind that this expert may serve: nothing known of the expert speaks against it. */
export function needsServed(
  needs: readonly EndorserNeed[],
  kind: EndorsementKind,
  expert: Expert,
): readonly EndorserNeed[] {
  return needs.filter((need) => need.kind === kind && compilePredicate(need.where)({ ...expert }) === 'met');
}

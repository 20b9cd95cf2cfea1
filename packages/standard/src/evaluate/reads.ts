import type { DossierList } from '../dossier/dossier.ts';
import type { Node } from '../language/node.ts';
import type { PlanForEvaluation, StandardPack } from '../language/pack.ts';
import { isAtom, type Predicate } from '../language/predicate.ts';
import { indexOf } from './evaluate.ts';
import { packAt } from './pack-at.ts';

const NOTHING: ReadonlySet<string> = new Set();

/** What `partsReadBy` says of conditions of a standard and a plan by their id, as a report shows them; nothing for an unknown one. */
export function readsOf(pack: StandardPack, plan: PlanForEvaluation): (id: string) => ReadonlySet<string> {
  const nodes = indexOf(packAt(pack, plan.asOf), plan);
  return (id) => {
    const node = nodes.get(id);
    return node === undefined ? NOTHING : partsReadBy(node);
  };
}

/**
 * The parts of a dossier a condition itself looks at: its lists (`educations`, `titles` …) and its groups of facts
 * (`applicant`, `conduct` …). Conditions made of others look at nothing themselves: their parts do.
 */
export function partsReadBy(node: Node): ReadonlySet<string> {
  switch (node.kind) {
    case 'count':
    case 'sum':
    case 'every':
    case 'yearly':
      return new Set([node.list]);
    case 'tenure':
      return new Set<DossierList>(node.work === null ? ['titles'] : ['titles', 'workPeriods']);
    case 'elapsed':
      return new Set(node.since.path.slice(0, 1));
    case 'fact':
      return new Set(groupsIn(node.test));
    case 'all':
    case 'any':
    case 'atLeast':
    case 'not':
    case 'judge':
    case 'outside':
    case 'ref':
    case 'again':
      return new Set();
    default:
      return node satisfies never;
  }
}

/** First step of every path a predicate on the dossier reads. */
function* groupsIn(predicate: Predicate): Generator<string> {
  if (isAtom(predicate)) yield* predicate.field.path.slice(0, 1);
  else for (const part of predicate.op === 'not' ? [predicate.of] : predicate.of) yield* groupsIn(part);
}

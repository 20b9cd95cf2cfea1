import type { SumNode } from '../kinds/sum.ts';
import { EVIDENCE } from '../evaluate/counting.ts';
import type { CountingRule, Node } from '../language/node.ts';
import type { PlanForEvaluation, StandardPack } from '../language/pack.ts';
import { isAtom } from '../language/predicate.ts';
import type { Predicate, PredicateAtom } from '../language/predicate.ts';
import type { LayoutNeeds, TableId } from './layout.ts';

/** One comparison of a condition with a field of a table. */
export interface Use {
  readonly table: TableId;
  readonly atom: PredicateAtom;
  /** The condition asks that the comparison does not hold. */
  readonly isNegated: boolean;
}

/** What conditions look at. */
export interface Uses {
  readonly atoms: readonly Use[];
  /** Fields read otherwise than by comparison, as `table/field`. */
  readonly fields: ReadonlySet<string>;
  readonly judgements: ReadonlySet<string>;
  /** Conditions that add up a number over the records of a list. */
  readonly sums: readonly SumNode[];
  /** Years that tenure and elapsed conditions ask for. */
  readonly years: ReadonlySet<number>;
  /** Whether every kind of condition is known here, so that `fields` and `atoms` are all there is. */
  readonly complete: boolean;
}

/** The parts of a condition. */
export const partsOf = (node: Node): readonly Node[] => (node.kind === 'not' ? [node.of] : 'of' in node ? node.of : []);

class Collector {
  readonly atoms: Use[] = [];
  readonly fields = new Set<string>();
  readonly judgements = new Set<string>();
  readonly sums: SumNode[] = [];
  readonly years = new Set<number>();
  complete = true;

  predicate(table: TableId, predicate: Predicate | null, isNegated = false): void {
    if (!predicate) return;
    if (isAtom(predicate)) {
      this.atoms.push({ table, atom: predicate, isNegated });
      if (predicate.op === 'experts') this.predicate('experts', predicate.where, isNegated);
      return;
    }
    if (predicate.op === 'not') this.predicate(table, predicate.of, !isNegated);
    else for (const part of predicate.of) this.predicate(table, part, isNegated);
  }

  rule(rule: CountingRule): void {
    if (rule.rule === 'after-current-title' && rule.when) this.predicate('achievements', rule.when);
    if (rule.rule === 'unless-unproven') this.fields.add(`achievements/${EVIDENCE.field}`);
    if (rule.rule === 'where') {
      this.predicate('achievements', rule.when);
      this.predicate('achievements', rule.where);
    }
  }

  node(node: Node): void {
    for (const part of partsOf(node)) this.node(part);
    switch (node.kind) {
      case 'count':
        this.predicate(node.list, node.where);
        return;
      case 'sum':
        this.predicate(node.list, node.where);
        this.fields.add(`${node.list}/${node.field.path.join('.')}`);
        this.sums.push(node);
        return;
      case 'every':
        this.predicate(node.list, node.when);
        this.predicate(node.list, node.must);
        return;
      case 'yearly':
        this.predicate(node.list, node.must);
        this.fields.add(`${node.list}/year`);
        return;
      case 'fact':
        this.predicate('dossier', node.test);
        return;
      case 'elapsed':
        this.fields.add(`dossier/${node.since.path.join('.')}`);
        this.years.add(node.years);
        return;
      case 'tenure':
        this.predicate('titles', node.since);
        this.predicate('workPeriods', node.work);
        this.years.add(node.years);
        return;
      case 'judge':
      case 'outside':
        this.judgements.add(node.id);
        return;
      case 'again':
      case 'all':
      case 'any':
      case 'atLeast':
      case 'not':
      case 'ref':
        return;
      default:
        node satisfies never;
        this.complete = false;
    }
  }
}

/** Fields that are read whatever the conditions: the current title, dates of achievements and work. */
const ALWAYS = [
  'achievements/kind',
  'achievements/effectiveOn',
  'titles/level',
  'titles/relation',
  'titles/obtainedOn',
  'titles/appointedOn',
  'titles/appointedUntil',
  'titles/current',
  'workPeriods/from',
  'workPeriods/to',
];

/** Every comparison, field, judgement and number of years in some standards (`level`: of that level only) and plans. */
export function usesOf(packs: readonly StandardPack[], plans: readonly PlanForEvaluation[] = [], level?: string): Uses {
  const collector = new Collector();
  for (const pack of packs.flatMap((one) => [one, ...(one.earlier ?? [])])) {
    for (const rule of pack.counting) collector.rule(rule);
    for (const node of pack.shared) collector.node(node);
    for (const one of pack.levels) {
      if (level === undefined || one.level === level) for (const route of one.routes) collector.node(route.node);
    }
  }
  for (const plan of plans) {
    for (const rule of plan.counting) collector.rule(rule);
    for (const { node } of plan.conditions) collector.node(node);
  }
  return collector;
}

/** What a layout must hold for these uses; `narrow` leaves out the fields that nothing looks at. */
export function needsOf(uses: Uses, narrow = false): LayoutNeeds {
  const texts = uses.atoms.flatMap(({ atom }) => (atom.op === 'text' ? [atom.value] : []));
  const base = { texts, judgements: uses.judgements };
  if (!narrow || !uses.complete) return base;
  const compared = uses.atoms.map(({ table, atom }) => `${table}/${atom.field.path.join('.')}`);
  return { ...base, fields: new Set([...ALWAYS, ...uses.fields, ...compared]) };
}

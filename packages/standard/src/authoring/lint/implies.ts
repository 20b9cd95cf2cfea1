import { leastYears } from '../../language/node.ts';
import type { CountNode } from '../../kinds/count.ts';
import type { SumNode } from '../../kinds/sum.ts';
import type { TenureNode } from '../../kinds/tenure.ts';
import type { YearlyNode } from '../../kinds/yearly.ts';
import type { DossierList } from '../../dossier/dossier.ts';
import type { AtLeastNode } from '../../kinds/at-least.ts';
import type { CountingRule, Node } from '../../language/node.ts';
import type { Predicate } from '../../language/predicate.ts';
import { entails, isSatisfiable } from './satisfiable.ts';

const ALWAYS: Predicate = { op: 'and', of: [] };

/**
 * Whether one condition follows from another, from their words alone: a proof where it says yes, no claim where it says no.
 * Judgements follow from nothing but themselves.
 */
export class Implications {
  readonly #index: ReadonlyMap<string, Node>;
  readonly #counting: readonly Predicate[];
  readonly #known = new Map<string, boolean>();

  constructor(index: ReadonlyMap<string, Node>, counting: readonly CountingRule[]) {
    this.#index = index;
    this.#counting = counting.flatMap(ruleWords);
  }

  /** What every record of a list that counts fulfils. */
  countable(list: DossierList): readonly Predicate[] {
    return list === 'achievements' ? this.#counting : [];
  }

  /** The condition itself, where a reference stands for it. */
  resolve(node: Node): Node {
    const target = node.kind === 'ref' ? this.#index.get(node.to) : undefined;
    return target ? this.resolve(target) : node;
  }

  /** What a condition asks of the dossier's own facts, where it asks for all of it. */
  factsOf(written: Node): readonly Predicate[] {
    const node = this.resolve(written);
    if (node.kind === 'fact') return [node.test];
    return node.kind === 'all' ? node.of.flatMap((part) => this.factsOf(part)) : [];
  }

  /** Whether the second follows from all of the first together. */
  together(all: readonly Node[], then: Node): boolean {
    const b = this.resolve(then);
    if (b.kind === 'fact') {
      const facts = all.flatMap((one) => this.factsOf(one));
      return facts.length > 0 && isSatisfiable(facts) && entails(facts, b.test);
    }
    return b.kind === 'all' && b.of.length > 0 && b.of.every((part) => this.fromAny(all, part));
  }

  /** Whether the second follows from one of the first, or from their facts together. */
  fromAny(all: readonly Node[], then: Node): boolean {
    return all.some((one) => this.implies(one, then)) || this.together(all, then);
  }

  implies(from: Node, to: Node): boolean {
    const [a, b] = [this.resolve(from), this.resolve(to)];
    if (a.id === b.id) return true;
    const key = `${a.id} ${b.id}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const answer = this.#implies(a, b);
    this.#known.set(key, answer);
    return answer;
  }

  #implies(a: Node, b: Node): boolean {
    if (b.kind === 'all') return b.of.length > 0 && b.of.every((part) => this.implies(a, part));
    if (a.kind === 'any') return a.of.length > 0 && a.of.every((part) => this.implies(part, b));
    if (a.kind === 'all' && this.fromAny(a.of, b)) return true;
    if (b.kind === 'any' && b.of.some((part) => this.implies(a, part))) return true;
    if (a.kind === 'not' && b.kind === 'not') return this.implies(b.of, a.of);
    const [some, other] = [this.#block(a), this.#block(b)];
    if (some && other) return some.of === other.of && some.n >= other.n && some.compete === other.compete;
    if (some) return some.n >= 1 && some.of.every((part) => this.implies(part, b));
    return this.#leaf(a, b);
  }

  #block(node: Node): Pick<AtLeastNode, 'n' | 'of' | 'compete'> | null {
    if (node.kind === 'atLeast') return node;
    const target = node.kind === 'again' ? this.#index.get(node.to) : undefined;
    return target?.kind === 'atLeast'
      ? { n: (node as { readonly n: number }).n, of: target.of, compete: target.compete }
      : null;
  }

  #leaf(a: Node, b: Node): boolean {
    switch (a.kind) {
      case 'fact':
        return b.kind === 'fact' && entails([a.test], b.test);
      case 'count':
        return b.kind === 'count' && a.min >= b.min && this.#sameRecords(a, b);
      case 'sum':
        return (
          b.kind === 'sum' &&
          a.min >= b.min &&
          a.field.path.join('.') === b.field.path.join('.') &&
          this.#sameRecords(a, b)
        );
      case 'tenure':
        if (b.kind === 'count')
          return b.list === 'titles' && b.min === 1 && a.since !== null && entails([a.since], b.where);
        return b.kind === 'tenure' && longer(a, b);
      case 'elapsed':
        return b.kind === 'elapsed' && a.years >= b.years && a.since.path.join('.') === b.since.path.join('.');
      case 'yearly':
        return b.kind === 'yearly' && covers(a, b) && entails([a.must], b.must);
      case 'every':
        return (
          b.kind === 'every' &&
          a.list === b.list &&
          entails([b.when ?? ALWAYS], a.when ?? ALWAYS) &&
          entails([b.when ?? ALWAYS, a.must], b.must)
        );
      case 'again':
      case 'all':
      case 'any':
      case 'atLeast':
      case 'judge':
      case 'not':
      case 'outside':
      case 'ref':
        return false;
      default:
        return a satisfies never;
    }
  }

  /** Every record that counts for the first counts for the second. */
  #sameRecords(a: CountNode | SumNode, b: CountNode | SumNode): boolean {
    return (
      a.list === b.list &&
      b.qualities.every((quality) => a.qualities.includes(quality)) &&
      entails([...this.countable(a.list), a.where], b.where)
    );
  }
}

/** What a counting rule says of every achievement that counts. */
function ruleWords(rule: CountingRule): readonly Predicate[] {
  if (rule.rule !== 'where') return [];
  return rule.when ? [{ op: 'or', of: [{ op: 'not', of: rule.when }, rule.where] }] : [rule.where];
}

/** As many years, of the same or more narrow work, since the same or a more narrow title. */
function longer(a: TenureNode, b: TenureNode): boolean {
  if (a.years < b.years) return false;
  if (b.since !== null && (a.since === null || a.base !== b.base || !entails([a.since], b.since))) return false;
  if (b.work === null) return true;
  return a.work !== null && entails([a.work], b.work);
}

function covers(a: YearlyNode, b: YearlyNode): boolean {
  if (a.recordedOnly === true && b.recordedOnly !== true) return false;
  if (typeof a.from === 'number' || typeof b.from === 'number')
    return typeof a.from === 'number' && typeof b.from === 'number' && a.from >= b.from;
  if (a.from === b.from) return leastYears(a) >= leastYears(b);
  return a.from === 'title-year' && leastYears(b) === 0;
}

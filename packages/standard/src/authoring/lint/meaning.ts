import { indexNodes } from '../../evaluate/evaluate.ts';
import type { CountingRule, Node } from '../../language/node.ts';
import type { Predicate } from '../../language/predicate.ts';
import type { Finding } from './finding.ts';
import { Implications } from './implies.ts';
import { entails, isSatisfiable } from './satisfiable.ts';

/** The conditions around the place looked at. */
interface Around {
  /** All of these must hold as well: what follows from them changes nothing. */
  readonly assumed: readonly Node[];
  /** Any of these would do instead: what they follow from changes nothing. */
  readonly instead: readonly Node[];
}

const NOTHING: Around = { assumed: [], instead: [] };

/**
 * What conditions can never do, proved from their words: one that another makes superfluous (`masked`), an alternative whose
 * people all pass by another one (`overlap`), one that nobody can meet (`dead`), one that everybody meets (`vacuous`), and the
 * same of counting rules.
 */
export function lintMeaning(roots: readonly Node[], counting: readonly CountingRule[]): readonly Finding[] {
  const nodes = indexNodes(roots);
  const looking = new Meaning(new Implications(nodes, counting));
  for (const root of roots) looking.visit(root, NOTHING);
  return [
    ...looking.findings.values(),
    ...[...nodes.values()].flatMap((node) => looking.alone(node)),
    ...lintRules(counting),
  ];
}

class Meaning {
  readonly findings = new Map<string, Finding>();
  readonly #implications: Implications;

  constructor(implications: Implications) {
    this.#implications = implications;
  }

  visit(node: Node, around: Around): void {
    switch (node.kind) {
      case 'all':
        return this.#all(node.of, node, around);
      case 'any':
        return this.#any(node.of, around);
      case 'atLeast':
        // An item has only the achievements that no other item takes: what holds outside need not hold inside.
        for (const part of node.of) this.visit(part, node.compete ? { assumed: [], instead: around.instead } : around);
        return;
      case 'not':
        return this.visit(node.of, NOTHING);
      case 'again':
      case 'count':
      case 'elapsed':
      case 'every':
      case 'fact':
      case 'judge':
      case 'outside':
      case 'ref':
      case 'sum':
      case 'tenure':
      case 'yearly':
        return;
      default:
        node satisfies never;
    }
  }

  #all(parts: readonly Node[], whole: Node, { assumed, instead }: Around): void {
    const implied = (from: Node, to: Node): boolean => this.#implications.implies(from, to);
    const kept = this.#without(parts, (part, others) => {
      const known = [...assumed, ...others];
      const by = known.find((one) => implied(one, part));
      if (by) return finding('masked', part, `${by.id} 满足时必然满足，不影响结论`);
      return this.#implications.together(known, part)
        ? finding('masked', part, '与它同时要求的条件满足时必然满足，不影响结论')
        : null;
    });
    const before = assumed.flatMap((one) => this.#implications.factsOf(one));
    const own = kept.flatMap((one) => {
      const part = this.#implications.resolve(one);
      return part.kind === 'fact' && isSatisfiable([part.test]) ? [part.test] : [];
    });
    if (own.length > 0 && isSatisfiable(before) && !isSatisfiable([...before, ...own]))
      this.#add(finding('dead', whole, '与同时要求的事实互相矛盾，不可能满足'));
    for (const part of kept)
      this.visit(part, { assumed: [...assumed, ...kept.filter((one) => one !== part)], instead });
  }

  #any(parts: readonly Node[], { assumed, instead }: Around): void {
    const kept = this.#without(parts, (part, others) => {
      const by = [...others, ...instead].find((one) => this.#implications.implies(part, one));
      if (!by) return null;
      const [own, other] = [this.#implications.resolve(part), this.#implications.resolve(by)];
      return own.kind === 'all' && other.kind === 'all'
        ? finding('overlap', part, `符合它的都符合 ${by.id}，两个例外重叠，它的不同要求不起作用`)
        : finding('masked', part, `满足时 ${by.id} 也必然满足，不影响结论`);
    });
    for (const part of kept)
      this.visit(part, { assumed, instead: [...instead, ...kept.filter((one) => one !== part)] });
  }

  /** The parts left when each that `superfluous` speaks of is taken away, one after the other. */
  #without(
    parts: readonly Node[],
    superfluous: (part: Node, others: readonly Node[]) => Finding | null,
  ): readonly Node[] {
    return parts.toReversed().reduce<readonly Node[]>((left, part) => {
      const found = superfluous(
        part,
        left.filter((one) => one !== part),
      );
      if (!found) return left;
      this.#add(found);
      return left.filter((one) => one !== part);
    }, parts);
  }

  #add(found: Finding): void {
    this.findings.set(`${found.lint} ${found.where}`, found);
  }

  /** What a condition can never do by itself. */
  alone(node: Node): readonly Finding[] {
    const dead = (message: string): readonly Finding[] => [finding('dead', node, message)];
    switch (node.kind) {
      case 'count':
      case 'sum': {
        const counted = this.#implications.countable(node.list);
        if (!isSatisfiable([node.where])) return dead('谓词自相矛盾，没有材料能符合');
        return isSatisfiable([node.where, ...counted]) ? [] : dead('符合它的业绩都被计数规则排除');
      }
      case 'every':
        if (node.when && !isSatisfiable([node.when])) return [finding('vacuous', node, 'when 自相矛盾，总是成立')];
        return entails(node.when ? [node.when] : [], node.must) ? [finding('vacuous', node, '总是成立')] : [];
      case 'fact':
        if (!isSatisfiable([node.test])) return dead('谓词自相矛盾，不可能成立');
        return entails([], node.test) ? [finding('vacuous', node, '总是成立')] : [];
      case 'tenure':
        if (node.since && !isSatisfiable([node.since])) return dead('since 自相矛盾，没有职称能符合');
        return node.work && !isSatisfiable([node.work]) ? dead('work 自相矛盾，没有工作能符合') : [];
      case 'yearly':
        return isSatisfiable([node.must]) ? [] : dead('谓词自相矛盾，没有考核结果能符合');
      case 'again':
      case 'all':
      case 'any':
      case 'atLeast':
      case 'elapsed':
      case 'judge':
      case 'not':
      case 'outside':
      case 'ref':
        return [];
      default:
        return node satisfies never;
    }
  }
}

const finding = (lint: Finding['lint'], node: Node, message: string): Finding => ({ lint, where: node.id, message });

type WhereRule = Extract<CountingRule, { rule: 'where' }>;

/** Counting rules that contradict each other on the records both are for, or of which one does what another does. */
function lintRules(counting: readonly CountingRule[]): readonly Finding[] {
  const rules = counting.filter((rule): rule is WhereRule => rule.rule === 'where');
  const scope = ({ when }: WhereRule): readonly Predicate[] => (when ? [when] : []);
  return rules.flatMap((rule, index): readonly Finding[] => {
    const { id, where } = rule;
    if (!isSatisfiable([...scope(rule), where]))
      return [{ lint: 'dead', where: id, message: '适用的业绩都不计入：when 与 where 互相矛盾' }];
    if (entails(scope(rule), where)) return [{ lint: 'vacuous', where: id, message: '适用的业绩都符合，规则不起作用' }];
    return rules.flatMap((other, at): readonly Finding[] => {
      if (other === rule) return [];
      const both = [...scope(rule), ...scope(other)];
      const isStronger = entails(scope(rule), all(scope(other))) && entails([...both, other.where], where);
      const isWeaker = entails(scope(other), all(scope(rule))) && entails([...both, where], other.where);
      if (isStronger && (at < index || !isWeaker))
        return [{ lint: 'masked', where: id, message: `计数规则 ${other.id} 已经排除它排除的业绩` }];
      return at < index && isSatisfiable(both) && !isSatisfiable([...both, where, other.where])
        ? [{ lint: 'overlap', where: id, message: `与计数规则 ${other.id} 对同时适用的业绩互相矛盾，这些业绩都不计入` }]
        : [];
    });
  });
}

const all = (of: readonly Predicate[]): Predicate => ({ op: 'and', of });

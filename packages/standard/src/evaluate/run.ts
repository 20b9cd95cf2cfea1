import { DOSSIER_LISTS } from '../dossier/dossier.ts';
import type { Dossier, DossierList } from '../dossier/dossier.ts';
import type { CountNode } from '../kinds/count.ts';
import { evaluateNode } from '../kinds/index.ts';
import type { SumNode } from '../kinds/sum.ts';
import type { CountingRule, Node } from '../language/node.ts';
import type { PlanForEvaluation, StandardPack, TenureRule } from '../language/pack.ts';
import { currentTitle } from './current-title.ts';
import type { CurrentTitle } from './current-title.ts';
import { prepareAchievements, rulesOf } from './counting.ts';
import type { Prepared } from './counting.ts';
import type { Match } from './matching.ts';
import type { Outcome } from './outcome.ts';
import type { RecordData } from './predicate.ts';
import { upTo } from './up-to.ts';

/** What the evaluation depends on besides pack and dossier. Days are `YYYY-MM-DD` in Asia/Shanghai. */
export interface EvaluationContext {
  readonly asOf: string;
  readonly tenure: TenureRule;
  /** Last day for achievements to become effective; null for the day of evaluation. */
  readonly achievementCutOff: string | null;
  readonly plan: PlanForEvaluation | null;
}

const LIST_TITLES: Readonly<Record<DossierList, string>> = {
  achievements: '业绩成果',
  educations: '学历',
  degrees: '学位',
  titles: '职称',
  workPeriods: '工作经历',
  assessments: '年度考核',
  examinations: '考试成绩',
  learning: '继续教育学时',
  skills: '技能等级',
  recommendations: '推荐专家',
};

/** Which tokens an evaluation may use, and for those it may not, the label of the item that has them. */
export type Reserved = ReadonlyMap<number, string>;

/** What evaluations of one dossier share, whatever achievements they may use; made when first asked for. */
class Shared {
  readonly matches = new Map<Node, readonly Match[] | null>();
  readonly #prepare: () => readonly Prepared[] | null;
  #achievements: readonly Prepared[] | null | undefined;

  constructor(prepare: () => readonly Prepared[] | null) {
    this.#prepare = prepare;
  }

  get achievements(): readonly Prepared[] | null {
    if (this.#achievements === undefined) this.#achievements = this.#prepare();
    return this.#achievements;
  }
}

/** One evaluation of one dossier: what conditions may ask. Nothing in it changes but the memory of results. */
export class Run {
  readonly pack: StandardPack;
  readonly dossier: Dossier;
  readonly context: EvaluationContext;
  readonly rules: readonly CountingRule[];
  /** The dossier as given, with what the person has only after the day of evaluation. */
  readonly #given: Dossier;
  readonly #index: ReadonlyMap<string, Node>;
  readonly #reserved: Reserved;
  readonly #shared: Shared;
  readonly #memory = new Map<Node, Outcome>();

  private constructor(
    pack: StandardPack,
    given: Dossier,
    dossier: Dossier,
    context: EvaluationContext,
    rules: readonly CountingRule[],
    shared: Shared,
    index: ReadonlyMap<string, Node>,
    reserved: Reserved,
  ) {
    this.pack = pack;
    this.#given = given;
    this.dossier = dossier;
    this.context = context;
    this.rules = rules;
    this.#shared = shared;
    this.#index = index;
    this.#reserved = reserved;
  }

  static start(pack: StandardPack, given: Dossier, context: EvaluationContext, index: ReadonlyMap<string, Node>): Run {
    const dossier = upTo(given, context.asOf);
    const rules = rulesOf(pack, context.plan);
    const shared = new Shared(() =>
      dossier.achievements
        ? prepareAchievements(dossier.achievements, rules, {
            title: currentTitle(dossier),
            cutOff: context.achievementCutOff ?? context.asOf,
            vocabulary: pack.vocabulary,
          })
        : null,
    );
    return new Run(pack, given, dossier, context, rules, shared, index, new Map());
  }

  /** The achievements after the counting rules; null when they are not stated. */
  get achievements(): readonly Prepared[] | null {
    return this.#shared.achievements;
  }

  /** Every record of a condition's list with its value when all achievements may be used, judged once for all evaluations. */
  matches(node: CountNode | SumNode, judge: () => readonly Match[] | null): readonly Match[] | null {
    const known = this.#shared.matches.get(node);
    if (known !== undefined) return known;
    const matches = judge();
    this.#shared.matches.set(node, matches);
    return matches;
  }

  /** Whether every achievement may be used. */
  get isFree(): boolean {
    return this.#reserved.size === 0;
  }

  /** The same evaluation without the tokens that other items have. */
  without(reserved: Reserved): Run {
    return new Run(this.pack, this.#given, this.dossier, this.context, this.rules, this.#shared, this.#index, reserved);
  }

  evaluate(node: Node): Outcome {
    const known = this.#memory.get(node);
    if (known) return known;
    const outcome = evaluateNode(node, this);
    this.#memory.set(node, outcome);
    return outcome;
  }

  node(id: string): Node {
    const found = this.#index.get(id);
    if (!found) throw new Error(`没有条件 ${id}`);
    return found;
  }

  isOpen(token: number): boolean {
    return !this.#reserved.has(token);
  }

  takenReason(token: number): string {
    const rule = this.rules.find((one) => one.rule === 'one-item-each');
    const where = this.#reserved.get(token);
    return where === undefined ? (rule?.reason ?? '') : `已计入${where}`;
  }

  onceRule(): CountingRule | undefined {
    return this.rules.find((one) => one.rule === 'one-per-project');
  }

  onceReason(): string {
    const rule = this.onceRule();
    return rule ? `${rule.reason}${rule.label === '' ? '' : `（${rule.label}）`}` : '重复';
  }

  /** Whether items compete for achievements, by the pack's rule and reading. */
  get competes(): boolean {
    return this.rules.some((rule) => rule.rule === 'one-item-each');
  }

  records(list: DossierList): readonly RecordData[] | null {
    return (this.dossier[list] as readonly RecordData[] | undefined) ?? null;
  }

  /** How many records of a list are left out because the person has them only after the day of evaluation. */
  later(list: DossierList): number {
    return (this.#given[list]?.length ?? 0) - (this.dossier[list]?.length ?? 0);
  }

  listTitle(list: DossierList): string {
    return DOSSIER_LISTS.includes(list) ? LIST_TITLES[list] : list;
  }

  /** 现职称 of the dossier. */
  get currentTitle(): CurrentTitle {
    return currentTitle(this.dossier);
  }
}

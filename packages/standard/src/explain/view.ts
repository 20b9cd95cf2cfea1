import type { RouteDefence } from '../evaluate/defence.ts';
import type { Evaluation, RouteEvaluation, Verdict } from '../evaluate/evaluate.ts';
import type { Counted, NotCounted, Outcome } from '../evaluate/outcome.ts';
import type { StandardPack } from '../language/pack.ts';
import type { State } from '../language/state.ts';

/** A reading that a condition rests on, with the meaning chosen (P7). */
export interface ReadingView {
  readonly id: string;
  readonly label: string;
  readonly question: string;
  readonly meaning: string;
}

/** One condition as every page and report shows it; plain JSON. */
export interface ConditionRow {
  readonly id: string;
  readonly state: State;
  /** Printed label, e.g. 五(四)4(3); empty for a part without one. */
  readonly label: string;
  readonly text: string;
  readonly need: number | null;
  readonly have: number | null;
  readonly unit: string;
  readonly counted: readonly Counted[];
  readonly notCounted: readonly NotCounted[];
  readonly notes: readonly string[];
  /** Facts that are not known and matter here. */
  readonly unknown: readonly string[];
  readonly readings: readonly ReadingView[];
  /** The text that this condition delegates to (P15). */
  readonly outside: string | null;
  readonly children: readonly ConditionRow[];
}

export interface RouteView {
  readonly route: string;
  readonly name: string;
  readonly verdict: Verdict;
  /** Something is unknown, but it cannot change the verdict. */
  readonly settled: boolean;
  /** More is unknown than could be tried. */
  readonly bounded: boolean;
  readonly tree: ConditionRow;
}

/** Where an achievement counted on the best route, or why it counted nowhere. */
export interface AchievementUse {
  readonly id: string;
  readonly name: string;
  readonly countedIn: readonly { readonly id: string; readonly label: string; readonly text: string }[];
  readonly reasons: readonly string[];
}

/** The whole answer, verdict first: what `zhiping evaluate --json` and the API give. */
export interface EvaluationView {
  readonly verdict: Verdict;
  readonly best: string;
  readonly standard: Evaluation['standard'];
  readonly level: Evaluation['level'];
  readonly plan: Evaluation['plan'];
  readonly asOf: string;
  readonly tenure: Evaluation['context']['tenure'];
  readonly achievementCutOff: string;
  readonly routes: readonly RouteView[];
  readonly achievements: readonly AchievementUse[];
  /** Whether a defence is due on each route and why; absent where the plan has no such rule for the level. */
  readonly defence?: readonly RouteDefence[];
}

export const STATE_LABELS: Readonly<Record<State, string>> = {
  met: '满足',
  judge: '待判断',
  missing: '缺资料',
  unmet: '不满足',
};

export const VERDICT_LABELS: Readonly<Record<Verdict, string>> = {
  eligible: '符合',
  'needs-judgement': '待判断',
  incomplete: '材料不全',
  ineligible: '不符合',
};

/** What people read first about a defence on one route. */
export const DEFENCE_LABELS: Readonly<Record<RouteDefence['due'], string>> = {
  required: '须参加面试答辩',
  possible: '可能须参加面试答辩',
  none: '没有发现须面试答辩的情形',
};

/** One reason in a sentence: what applies, or what it depends on whether it does. */
export function defenceReasonText({ label, text, state, dependsOn }: RouteDefence['reasons'][number]): string {
  const depends = dependsOn.length === 0 ? '' : `，取决于：${dependsOn.join('；')}`;
  return `${label}  ${text}${state === 'applies' ? '' : `：可能须答辩${depends}`}`;
}

/** The tree as rows; a reference or a part without words of its own gives way to what it stands for. */
export function conditionRow(outcome: Outcome, pack: StandardPack): ConditionRow {
  const { node } = outcome;
  const [only] = outcome.children;
  if (node.kind === 'ref' && only) return conditionRow(only, pack);
  return {
    id: node.id,
    state: outcome.state,
    label: node.label,
    text: node.text,
    need: outcome.need,
    have: outcome.have,
    unit: outcome.unit,
    counted: outcome.counted,
    notCounted: outcome.notCounted,
    notes: outcome.notes,
    unknown: outcome.unknown,
    readings: node.readings.flatMap((id) => readingView(id, pack) ?? []),
    outside:
      node.kind === 'outside' ? (pack.outside.find((rule) => rule.id === node.slot)?.document ?? node.slot) : null,
    children: outcome.children.flatMap((child) => rowsOf(child, pack)),
  };
}

function rowsOf(outcome: Outcome, pack: StandardPack): readonly ConditionRow[] {
  const silent = outcome.node.label === '' && outcome.node.text === '' && outcome.children.length > 0;
  if (silent && outcome.node.kind !== 'ref') return outcome.children.flatMap((child) => rowsOf(child, pack));
  return [conditionRow(outcome, pack)];
}

function readingView(id: string, pack: StandardPack): ReadingView | null {
  const reading = pack.readings.find((one) => one.id === id);
  if (!reading) return null;
  const { label, question, meanings, chosen } = reading;
  return { id, label, question, meaning: meanings[chosen] ?? chosen };
}

const routeView = (route: RouteEvaluation, pack: StandardPack): RouteView => ({
  route: route.route,
  name: route.name,
  verdict: route.verdict,
  settled: route.settled,
  bounded: route.bounded,
  tree: conditionRow(route.tree, pack),
});

/** The evaluation as plain data for printing, pages and the API. */
export function evaluationView(evaluation: Evaluation, pack: StandardPack): EvaluationView {
  const routes = evaluation.routes.map((route) => routeView(route, pack));
  const best = routes.find(({ route }) => route === evaluation.best);
  return {
    verdict: evaluation.verdict,
    best: evaluation.best,
    standard: evaluation.standard,
    level: evaluation.level,
    plan: evaluation.plan,
    asOf: evaluation.context.asOf,
    tenure: evaluation.context.tenure,
    achievementCutOff: evaluation.context.achievementCutOff ?? evaluation.context.asOf,
    routes,
    achievements: best ? achievementUses(best.tree) : [],
    ...(evaluation.defence ? { defence: evaluation.defence } : {}),
  };
}

/** What became of each achievement that the conditions of a tree looked at. */
export function achievementUses(tree: ConditionRow): readonly AchievementUse[] {
  const uses = new Map<string, { name: string; countedIn: Map<string, ConditionRow>; reasons: Set<string> }>();
  const useOf = (id: string, name: string) => {
    const known = uses.get(id) ?? { name, countedIn: new Map(), reasons: new Set() };
    uses.set(id, known);
    return known;
  };
  const isAchievement = (id: string): boolean => !/^[a-zA-Z]+\.\d+$/.test(id);
  // A part without a label counts for the labelled condition it belongs to.
  const visit = (row: ConditionRow, owner: ConditionRow): void => {
    const here = row.label === '' ? owner : row;
    for (const { id, name } of row.counted) if (isAchievement(id)) useOf(id, name).countedIn.set(here.id, here);
    for (const { id, name, reasons } of row.notCounted) {
      if (isAchievement(id)) for (const reason of reasons) useOf(id, name).reasons.add(reason);
    }
    for (const child of row.children) visit(child, here);
  };
  visit(tree, tree);
  return [...uses].map(([id, { name, countedIn, reasons }]) => ({
    id,
    name,
    countedIn: [...countedIn.values()].map((row) => ({ id: row.id, label: row.label, text: row.text })),
    reasons: countedIn.size > 0 ? [] : [...reasons],
  }));
}

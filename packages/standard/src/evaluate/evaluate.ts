import { withDerived } from '../dossier/derived.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { Level, Node, Route, RouteId } from '../language/node.ts';
import type { DocumentMark, PlanForEvaluation, StandardPack } from '../language/pack.ts';
import { rankOf } from '../language/state.ts';
import type { State } from '../language/state.ts';
import type { TitleLevel } from '../vocabulary/values.ts';
import { complete } from './completion.ts';
import { defenceOf } from './defence.ts';
import type { RouteDefence } from './defence.ts';
import type { Outcome } from './outcome.ts';
import { packAt } from './pack-at.ts';
import { Run } from './run.ts';
import type { EvaluationContext } from './run.ts';

/** In the order of preference among routes. */
export const VERDICTS = ['eligible', 'needs-judgement', 'incomplete', 'ineligible'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const VERDICT_OF: Readonly<Record<State, Verdict>> = {
  met: 'eligible',
  judge: 'needs-judgement',
  missing: 'incomplete',
  unmet: 'ineligible',
};

export interface RouteEvaluation {
  readonly route: RouteId;
  readonly name: string;
  readonly state: State;
  readonly verdict: Verdict;
  /** Something is unknown, but it cannot change the verdict. */
  readonly settled: boolean;
  /** More is unknown than could be tried; the verdict may be decided already. */
  readonly bounded: boolean;
  readonly tree: Outcome;
}

export interface Evaluation {
  readonly standard: {
    readonly id: string;
    readonly name: string;
    readonly number: string;
    readonly mark?: DocumentMark;
  };
  readonly level: { readonly level: TitleLevel; readonly name: string; readonly label: string };
  readonly plan: { readonly id: string; readonly name: string } | null;
  readonly context: EvaluationContext;
  /** Of the best route. */
  readonly verdict: Verdict;
  readonly best: RouteId;
  readonly routes: readonly RouteEvaluation[];
  /** Who must defend by the plan, for every route; absent where the plan has no such rule for the level. */
  readonly defence?: readonly RouteDefence[];
}

export interface EvaluationRequest {
  readonly pack: StandardPack;
  readonly dossier: Dossier;
  readonly level: TitleLevel;
  /** Only this route; all routes of the level when absent. */
  readonly route?: RouteId;
  readonly plan?: PlanForEvaluation;
  /** Day of evaluation, `YYYY-MM-DD` in Asia/Shanghai; the plan's own day when absent. */
  readonly asOf: string;
}

/** Why there is no answer: the text is not in force at that day, or has no such level or route. */
export type Refusal = {
  readonly code: 'NOT_IN_FORCE' | 'REPEALED' | 'NO_SUCH_LEVEL' | 'NO_SUCH_ROUTE' | 'PLAN_OF_OTHER_STANDARD';
  readonly message: string;
};

export type EvaluationAnswer =
  | { readonly ok: true; readonly evaluation: Evaluation }
  | { readonly ok: false; readonly refusal: Refusal };

const refuse = (code: Refusal['code'], message: string): { readonly refusal: Refusal } => ({
  refusal: { code, message },
});

/** How the pack's own text and the plan, if any, say that years and achievements are counted. */
export function contextFor(pack: StandardPack, asOf: string, plan: PlanForEvaluation | undefined): EvaluationContext {
  const own =
    pack.tenure === 'YEAR_DIFF'
      ? ({ rule: 'YEAR_DIFF', year: Number(asOf.slice(0, 4)) } as const)
      : ({ rule: 'ANNIVERSARY_AT', date: asOf } as const);
  return {
    asOf,
    tenure: plan && !pack.tenureStands ? plan.tenure : own,
    achievementCutOff: plan?.achievementCutOff ?? null,
    plan: plan ?? null,
  };
}

/** An evaluation that single conditions can be asked of. */
export function startRun({ pack, dossier, asOf, plan }: Omit<EvaluationRequest, 'level'>): Run {
  const standing = packAt(pack, asOf);
  return Run.start(standing, withDerived(dossier), contextFor(standing, asOf, plan), indexOf(standing, plan));
}

/** The level and routes a request asks for, or why there is no answer. */
export function askedFor(
  request: Omit<EvaluationRequest, 'dossier'>,
): { readonly level: Level; readonly routes: readonly Route[] } | { readonly refusal: Refusal } {
  const { asOf, plan } = request;
  const pack = packAt(request.pack, asOf);
  const { inForceFrom, repealedOn, number } = pack.document;
  if (asOf < inForceFrom) {
    return refuse('NOT_IN_FORCE', `${number}自 ${inForceFrom} 起施行，不能按 ${asOf} 评估`);
  }
  if (repealedOn !== null && asOf >= repealedOn) {
    return refuse('REPEALED', `${number}已于 ${repealedOn} 废止，不能按 ${asOf} 评估`);
  }
  if (plan?.standards && !plan.standards.packs.includes(pack.id)) {
    return refuse('PLAN_OF_OTHER_STANDARD', otherStandard(plan, plan.standards, pack));
  }
  const level = pack.levels.find((one) => one.level === request.level);
  if (!level) {
    const known = pack.levels.map((one) => `${one.level}（${one.name}）`).join('、');
    return refuse('NO_SUCH_LEVEL', `${pack.name}没有层级 ${request.level}；可用：${known}`);
  }
  const routes = level.routes.filter((route) => request.route === undefined || route.route === request.route);
  if (routes.length > 0) return { level, routes };
  const known = level.routes.map((one) => `${one.route}（${one.name}）`).join('、');
  return refuse('NO_SUCH_ROUTE', `${level.name}没有申报方式 ${request.route ?? ''}；可用：${known}`);
}

function otherStandard(
  plan: PlanForEvaluation,
  { packs, byHand }: NonNullable<PlanForEvaluation['standards']>,
  pack: StandardPack,
): string {
  const own = packs.length > 0 ? `；可用：${packs.join('、')}` : '';
  const hand = byHand.length > 0 ? `；${byHand.join('、')}的条件没有收录，由人工核对` : '';
  return `${plan.name}没有专业按${pack.name}评审，不能这样评估${own}${hand}`;
}

/**
 * Evaluates a dossier (already checked against the schema) against one level of a standard: every route asked, each with
 * its verdict and the tree that explains it. Pure: the same input gives the same answer.
 */
export function evaluate(request: EvaluationRequest): EvaluationAnswer {
  const asked = askedFor(request);
  if ('refusal' in asked) return { ok: false, refusal: asked.refusal };
  const run = startRun(request);
  const routes = asked.routes.map((route) => evaluateRoute(route, asked.level, request.plan, run));
  return { ok: true, evaluation: evaluationOf(run, asked.level, routes) };
}

/** The answer made of its routes, of which there is at least one. */
export function evaluationOf(run: Run, { level, name, label }: Level, routes: readonly RouteEvaluation[]): Evaluation {
  const { pack, context } = run;
  const best = routes.toSorted((a, b) => rankOf(b.state) - rankOf(a.state))[0];
  if (!best) throw new Error(`${name}没有申报方式`);
  const { number, mark } = pack.document;
  const { plan } = context;
  return {
    standard: { id: pack.id, name: pack.name, number, ...(mark ? { mark } : {}) },
    level: { level, name, label },
    plan: plan ? { id: plan.id, name: plan.name } : null,
    context,
    verdict: best.verdict,
    best: best.route,
    routes,
    ...defenceOf(run, level, routes),
  };
}

/** The condition a route comes to: its own, together with what the plan asks at the day of evaluation. */
export function rootOf(route: Route, level: Level, plan: PlanForEvaluation | undefined, asOf: string): Node {
  const extra = plan ? conditionsOf(plan, route.route, level.level, asOf) : [];
  if (extra.length === 0) return route.node;
  return {
    id: `plan-${level.level}-${route.route}`,
    label: '',
    text: `${route.name}（含${plan?.name ?? ''}的要求）`,
    readings: [],
    kind: 'all',
    of: [...extra, route.node],
  };
}

function evaluateRoute(route: Route, level: Level, plan: PlanForEvaluation | undefined, run: Run): RouteEvaluation {
  const tree = run.evaluate(rootOf(route, level, plan, run.context.asOf));
  const { state, settled, bounded } = complete(tree);
  return { route: route.route, name: route.name, state, verdict: VERDICT_OF[state], settled, bounded, tree };
}

/** What the plan asks on this route: that its window has not closed, and its own conditions. */
function conditionsOf(plan: PlanForEvaluation, route: RouteId, level: TitleLevel, asOf: string): readonly Node[] {
  const open = asOf <= plan.closesOn;
  const window: Node = {
    id: 'plan-window',
    label: plan.closesLabel,
    text: `申报截止 ${plan.closesOn}${open ? '' : `，评估日 ${asOf} 已过`}`,
    readings: [],
    kind: open ? 'all' : 'any',
    of: [],
  };
  const own = plan.conditions.filter(
    ({ routes, levels }) => (routes === null || routes.includes(route)) && (levels?.includes(level) ?? true),
  );
  return [window, ...own.map(({ node }) => node)];
}

const indexes = new WeakMap<StandardPack, ReadonlyMap<string, Node>>();

/** Every condition of pack and plan by id; of the pack once for all its evaluations. */
export function indexOf(pack: StandardPack, plan: PlanForEvaluation | undefined): ReadonlyMap<string, Node> {
  let index = indexes.get(pack);
  if (!index) {
    index = indexNodes([...pack.shared, ...pack.levels.flatMap((level) => level.routes.map((route) => route.node))]);
    indexes.set(pack, index);
  }
  if (!plan || plan.conditions.length === 0) return index;
  return new Map([...index, ...indexNodes(plan.conditions.map(({ node }) => node))]);
}

/** Conditions by id, with all their parts. */
export function indexNodes(nodes: readonly Node[]): ReadonlyMap<string, Node> {
  const index = new Map<string, Node>();
  const visit = (node: Node): void => {
    index.set(node.id, node);
    if (node.kind === 'not') visit(node.of);
    else if ('of' in node) for (const child of node.of) visit(child);
  };
  for (const node of nodes) visit(node);
  return index;
}

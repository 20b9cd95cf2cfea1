import { AppError, type AnswerOf, type adviseRoutes, standardIn } from '@zhiping/contract';
import {
  dossierOf,
  levelNameOf,
  type Plan,
  type PlanLevel,
  type PlanRoute,
  routesFor,
  specialtyOf,
} from '@zhiping/core';
import { evaluate, type Evaluation, planForEvaluation } from '@zhiping/standard';
import type { Ctx } from '../../../context.ts';
import { factsOf } from '../../archive/index.ts';
import { findPolicy } from '../../policy/index.ts';
import { readMaterial } from '../material.ts';
import { processOf } from '../process-of.ts';

type Advice = AnswerOf<typeof adviseRoutes>;
type Verdict = Evaluation['verdict'];

const RANK: Readonly<Record<Verdict, number>> = { eligible: 3, 'needs-judgement': 2, incomplete: 1, ineligible: 0 };
const WORDS: Readonly<Record<Verdict, string>> = {
  eligible: '按档案现有内容符合条件',
  'needs-judgement': '按档案现有内容，有条件须由人工判断',
  incomplete: '档案还缺资料，暂不能判断',
  ineligible: '按档案现有内容有条件不符合',
};

/**
 * The routes of one specialty and level with what the standard says of the caller's archive as it stands, were everything
 * in it confirmed, and the one that fits best. Advice: nobody is refused by it.
 * @throws AppError `PLAN_UNKNOWN`
 */
export async function adviseOnRoutes(
  ctx: Ctx,
  planId: string,
  { specialty, level }: { readonly specialty: string; readonly level: PlanLevel },
): Promise<Advice> {
  const row = await ctx.tx.selectFrom('plan').selectAll().where('id', '=', planId).executeTakeFirst();
  if (!row) throw new AppError('PLAN_UNKNOWN');
  const { plan } = await processOf(ctx, row);
  if (!specialtyOf(plan, specialty)) throw new AppError('PLAN_UNKNOWN');
  const verdicts = await verdictsOf(ctx, plan, specialty, level);
  const offered = routesFor(plan, level);
  const routes = plan.routes.map((route) => {
    const open = offered.includes(route.id) && route.decidedBy === undefined;
    const verdict = open ? (verdicts.get(route.id) ?? null) : null;
    return { route: route.id, name: route.name, open, verdict, words: wordsOf(plan, route, level, verdict, open) };
  });
  const known = routes.filter((one) => one.verdict !== null && one.verdict !== 'ineligible');
  const fits = known.toSorted((a, b) => rank(b.verdict) - rank(a.verdict))[0]?.route ?? null;
  return { routes, fits };
}

const rank = (verdict: Verdict | null): number => (verdict === null ? -1 : RANK[verdict]);

async function verdictsOf(
  ctx: Ctx,
  plan: Plan,
  specialty: string,
  level: PlanLevel,
): Promise<ReadonlyMap<string, Verdict>> {
  const chosen = specialtyOf(plan, specialty);
  const pack = chosen?.standard.pack;
  const stored = pack === undefined ? null : await findPolicy(ctx, { by: 'latest', pack });
  if (!chosen || !stored) return new Map();
  const rules = planForEvaluation(plan);
  const rows = (await readMaterial(ctx, ctx.actor.personId ?? '')).map(factsOf);
  const dossier = dossierOf(
    rows,
    { specialty: chosen.name },
    {
      basis: 'entered',
      chosen: 'all',
      asOf: rules.asOf,
      evidence: plan.documents.evidence,
    },
  );
  const answer = evaluate({ pack: standardIn(stored), dossier, level, plan: rules, asOf: rules.asOf });
  return answer.ok ? new Map(answer.evaluation.routes.map(({ route, verdict }) => [route, verdict])) : new Map();
}

function wordsOf(
  plan: Plan,
  route: Plan['routes'][number],
  level: PlanLevel,
  verdict: Verdict | null,
  open: boolean,
): string {
  if (route.decidedBy !== undefined) return `由${route.decidedBy}办理，不经评审委员会`;
  if (!open) return `只用于${levelNames(plan, route.id)}，${levelNameOf(plan, level)}不能用这种方式`;
  const first = route.priorConsent === undefined ? '' : '须先经评委会办公室初步审核同意；';
  return `${first}${verdict === null ? '条件由评委会办公室人工核对' : WORDS[verdict]}`;
}

function levelNames(plan: Plan, route: PlanRoute): string {
  const levels = plan.routes.find(({ id }) => id === route)?.levels ?? [];
  return levels.map((level) => levelNameOf(plan, level)).join('、');
}

import { AppError, type evaluateDossier, standardIn } from '@zhiping/contract';
import { parsePlan } from '@zhiping/core';
import {
  evaluate,
  type EvaluationRequest,
  evaluationView,
  findGaps,
  gapsView,
  parseDossier,
  type PlanForEvaluation,
  planForEvaluation,
  type StandardPack,
} from '@zhiping/standard';
import { compiledEvaluator } from '@zhiping/standard/gap/compiled';
import type { z } from 'zod';
import type { Ctx } from '../../context.ts';
import { dateInShanghai } from '../../time/clocks.ts';
import { findPolicy } from '../policy/index.ts';

type Body = z.output<(typeof evaluateDossier)['body']>;
type Answer = z.output<(typeof evaluateDossier)['answer']>;

/** Packs never change under their hash, so the read one is kept; few are in use at a time. */
const packs = new Map<string, StandardPack>();
const MAX_PACKS = 16;

/** The field of the request that a refusal is about. */
const REFUSED_AT = {
  NOT_IN_FORCE: 'asOf',
  REPEALED: 'asOf',
  NO_SUCH_LEVEL: 'level',
  NO_SUCH_ROUTE: 'route',
  PLAN_OF_OTHER_STANDARD: 'plan',
} as const;

/**
 * Evaluates on the latest published standard and plan, by the day asked, the plan's, or today. Stores nothing. Throws
 * `INVALID` with every problem named.
 */
export async function evaluateOnPublished(ctx: Ctx, body: Body): Promise<Answer> {
  const parsed = parseDossier(body.dossier);
  if (!parsed.ok) {
    const fields = parsed.problems.map(({ path, value, expected }) => ({
      path: `dossier.${path}`,
      message: `${value}，应为 ${expected}`,
    }));
    throw new AppError('INVALID', { fields });
  }
  const pack = await publishedStandard(ctx, body.standard);
  const plan = body.plan === undefined ? undefined : await publishedPlan(ctx, body.plan);
  const request: EvaluationRequest = {
    pack,
    dossier: parsed.dossier,
    level: body.level,
    asOf: body.asOf ?? plan?.asOf ?? dateInShanghai(ctx.businessNow),
    ...(body.route ? { route: body.route } : {}),
    ...(plan ? { plan } : {}),
  };
  const answer = evaluate(request);
  if (answer.ok) {
    const { routes } = answer.evaluation;
    const gaps = gapsView(findGaps(request, routes, compiledEvaluator(request)), routes, pack);
    return { ...evaluationView(answer.evaluation, pack), gaps };
  }
  const { code, message } = answer.refusal;
  const path = REFUSED_AT[code];
  throw new AppError('INVALID', { fields: [{ path, message }] });
}

async function publishedStandard(ctx: Ctx, id: string): Promise<StandardPack> {
  const policy = await findPolicy(ctx, { by: 'latest', pack: id });
  if (policy?.kind !== 'standard') throw unknown('standard', '没有这个已发布的评审标准');
  const known = packs.get(policy.hash);
  if (known) return known;
  const pack = standardIn(policy);
  const [oldest] = packs.keys();
  if (packs.size >= MAX_PACKS && oldest !== undefined) packs.delete(oldest);
  packs.set(policy.hash, pack);
  return pack;
}

async function publishedPlan(ctx: Ctx, id: string): Promise<PlanForEvaluation> {
  const policy = await findPolicy(ctx, { by: 'latest', pack: id });
  if (policy?.kind !== 'plan') throw unknown('plan', '没有这个已发布的年度计划');
  return planForEvaluation(parsePlan(policy.content));
}

const unknown = (path: string, message: string): AppError => new AppError('INVALID', { fields: [{ path, message }] });

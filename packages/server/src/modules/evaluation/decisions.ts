import { canonicalJson, sha256Hex } from '@zhiping/core';
import { standardIn } from '@zhiping/contract';
import {
  type Dossier,
  evaluate,
  type EvaluationRequest,
  type EvaluationView,
  evaluationView,
  packAt,
  type PlanForEvaluation,
  type StandardPack,
  type TitleLevel,
} from '@zhiping/standard';
import { VectorMismatch } from '@zhiping/standard/compile/explain';
import { NotCompilable } from '@zhiping/standard/compile/program';
import { type CompiledLevel, compileLevel } from '@zhiping/standard/compile/vector';
import { replayDecision, storeDecision, type StoredDecision } from '@zhiping/standard/decision/decision';
import { upTo } from '@zhiping/standard/evaluate/up-to';
import { fits, takeIn } from '@zhiping/standard/intake/intake';
import { layoutFor } from '@zhiping/standard/intake/layout';
import { Population } from '@zhiping/standard/intake/population';
import { needsOf, usesOf } from '@zhiping/standard/intake/uses';
import type { Ctx } from '../../context.ts';
import { findPolicy } from '../policy/index.ts';

/** Standards and plans never change under their hashes, so compiled levels are kept; few are in use at a time. */
const compiledLevels = new Map<string, CompiledLevel>();
const MAX_COMPILED = 32;

/** What the engine says of a dossier, and the same as it is kept; no decision where only the closure form can hold it. */
export interface Decided {
  readonly evaluation: EvaluationView;
  readonly decision: StoredDecision | null;
}

/** What is decided: the published standard under its hash, what the plan says of evaluation, the frozen dossier. */
export interface ToDecide {
  readonly standard: StandardPack;
  readonly standardHash: string;
  readonly plan: PlanForEvaluation;
  readonly level: TitleLevel;
  readonly dossier: Dossier;
  /** SHA-256 of the snapshot that holds the dossier. */
  readonly snapshotHash: string;
}

/**
 * Evaluates a frozen dossier and keeps the decision small. A decision is kept only if it renders to the very report; the rules
 * of the plan are kept beside it. Null where the standard cannot be applied (not in force, no such level).
 */
export async function decide(ctx: Ctx, asked: ToDecide): Promise<Decided | null> {
  const { standard, standardHash, plan, level, dossier, snapshotHash } = asked;
  const answer = evaluate({ pack: standard, dossier, level, plan, asOf: plan.asOf });
  if (!answer.ok) return null;
  const evaluation = evaluationView(answer.evaluation, standard);
  const planHash = hashOf(plan);
  const compiled = fits(dossier) ? compiledFor(standard, standardHash, plan, planHash, level) : null;
  if (!compiled) return { evaluation, decision: null };
  const population = new Population(compiled.layout, 1);
  takeIn(population, upTo(dossier, plan.asOf));
  const vectors = compiled.room(1);
  compiled.run(population, 0, 1, plan.asOf, vectors);
  const decision = storeDecision(compiled, vectors, 0, plan.asOf, { packHash: standardHash, planHash, snapshotHash });
  const rendered = evaluationView(replayDecision(decision, compiled, dossier), standard);
  if (JSON.stringify(rendered) !== JSON.stringify(evaluation)) return { evaluation, decision: null };
  await ctx.tx
    .insertInto('decision_plan')
    .values({ hash: planHash, plan: JSON.stringify(plan) })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
  return { evaluation, decision };
}

const hashOf = (plan: PlanForEvaluation): string => sha256Hex(canonicalJson(plan));

/** A kept decision with what it rested on, as it is found now; null for what is not there any more. */
export interface Replayed {
  /** The report as it was. */
  readonly report: EvaluationView | null;
  /** Evaluated again today with the same standard, rules and dossier. */
  readonly again: EvaluationView | null;
  /** Why the two cannot be held to be the same; empty where every byte agrees. */
  readonly differences: readonly string[];
}

/** The report a decision renders to; evaluated anew where an older engine decided. Null where what it rested on is gone. */
export async function reportOfDecision(
  ctx: Ctx,
  decision: StoredDecision,
  dossier: Dossier,
): Promise<EvaluationView | null> {
  const rested = await restedOn(ctx, decision);
  if (!rested) return null;
  return rendered(decision, rested, dossier).report ?? evaluated(decision, rested, dossier);
}

/** Renders a decision and evaluates it again; tells every difference. `snapshotHash` is that of the snapshot as it is now. */
export async function replay(
  ctx: Ctx,
  decision: StoredDecision,
  dossier: Dossier,
  snapshotHash: string,
): Promise<Replayed> {
  const rested = await restedOn(ctx, decision);
  if (!rested) return { report: null, again: null, differences: ['所依据的标准版本或计划规则已不在平台上'] };
  const { report, why } = rendered(decision, rested, dossier);
  const again = evaluated(decision, rested, dossier);
  return {
    report,
    again,
    differences: [
      ...(snapshotHash === decision.snapshotHash ? [] : ['提交时冻结的材料已经改变']),
      ...(why === null ? [] : [why]),
      ...(report !== null && JSON.stringify(report) !== JSON.stringify(again)
        ? [`重新评估与当时不同：${firstDifference(report, again)}`]
        : []),
    ],
  };
}

interface Rested {
  readonly standard: StandardPack;
  readonly plan: PlanForEvaluation;
}

async function restedOn(ctx: Ctx, { packHash, planHash }: StoredDecision): Promise<Rested | null> {
  const stored = await findPolicy(ctx, { by: 'hash', hash: packHash });
  const kept = await ctx.tx
    .selectFrom('decision_plan')
    .select('plan')
    .where('hash', '=', planHash ?? '')
    .executeTakeFirst();
  if (stored?.kind !== 'standard' || !kept || hashOf(kept.plan) !== planHash) return null;
  return { standard: standardIn(stored), plan: kept.plan };
}

function rendered(
  decision: StoredDecision,
  { standard, plan }: Rested,
  dossier: Dossier,
): { readonly report: EvaluationView | null; readonly why: string | null } {
  const level = decision.level as TitleLevel;
  const compiled = compiledFor(standard, decision.packHash, plan, decision.planHash ?? '', level);
  if (!compiled) return { report: null, why: '标准不能编译' };
  try {
    return { report: evaluationView(replayDecision(decision, compiled, dossier), standard), why: null };
  } catch (error) {
    if (error instanceof VectorMismatch) return { report: null, why: error.message };
    throw error;
  }
}

function evaluated(
  { level, asOf }: StoredDecision,
  { standard, plan }: Rested,
  dossier: Dossier,
): EvaluationView | null {
  const request: EvaluationRequest = { pack: standard, dossier, level: level as TitleLevel, plan, asOf };
  const answer = evaluate(request);
  return answer.ok ? evaluationView(answer.evaluation, standard) : null;
}

/** The first verdict of a route that differs, or that only words do. */
function firstDifference(before: EvaluationView, now: EvaluationView | null): string {
  if (now === null) return '现在没有结论';
  const route = before.routes.find(
    ({ route: id, verdict }) => now.routes.find((one) => one.route === id)?.verdict !== verdict,
  );
  return route === undefined ? '结论相同，说明不同' : `${route.name}当时的结论是 ${route.verdict}`;
}

function compiledFor(
  standard: StandardPack,
  standardHash: string,
  plan: PlanForEvaluation,
  planHash: string,
  level: TitleLevel,
): CompiledLevel | null {
  const key = `${standardHash} ${planHash} ${level}`;
  const known = compiledLevels.get(key);
  if (known) return known;
  const pack = packAt(standard, plan.asOf);
  const own = pack.levels.find((one) => one.level === level);
  if (!own) return null;
  try {
    const compiled = compileLevel(pack, own, plan, layoutFor(needsOf(usesOf([pack], [plan], level))));
    const [oldest] = compiledLevels.keys();
    if (compiledLevels.size >= MAX_COMPILED && oldest !== undefined) compiledLevels.delete(oldest);
    compiledLevels.set(key, compiled);
    return compiled;
  } catch (error) {
    if (error instanceof NotCompilable) return null;
    throw error;
  }
}

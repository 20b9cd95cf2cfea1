import { type ApplicationSnapshot, standardIn } from '@zhiping/contract';
import { type Process, specialtyOf, withAttestations } from '@zhiping/core';
import {
  type DecidedJudgement,
  type Dossier,
  type EvaluationView,
  evaluate,
  evaluationView,
  planForEvaluation,
  readsOf,
  type StandardPack,
  type TitleLevel,
  withJudgements,
} from '@zhiping/standard';
import type { StoredDecision } from '@zhiping/standard/decision/decision';
import type { Ctx } from '../../context.ts';
import { readAttestations } from '../archive/index.ts';
import { decide, reportOfDecision } from '../evaluation/index.ts';
import { findPolicy } from '../policy/index.ts';
import { withConsents } from './consents.ts';
import { processOf } from './process-of.ts';
import type { ApplicationRow } from './target.ts';

/** The engine's answer on a frozen dossier, with what it rested on. */
export interface SubmissionReport {
  readonly evaluation: EvaluationView;
  /** The same as it is kept; null where the report itself has to be. */
  readonly decision: StoredDecision | null;
  /** Of the route applied for. It advises; a person decides. */
  readonly verdict: string;
  readonly standardPack: string;
  readonly standardHash: string;
}

/** Evaluates a submission by the standard its specialty follows; null where that standard is checked by hand. */
export async function reportOn(
  ctx: Ctx,
  process: Process,
  row: Pick<ApplicationRow, 'specialty' | 'level' | 'route'>,
  snapshot: ApplicationSnapshot,
  snapshotHash: string,
): Promise<SubmissionReport | null> {
  const pack = specialtyOf(process.plan, row.specialty)?.standard.pack;
  if (pack === undefined) return null;
  const stored = await findPolicy(ctx, { by: 'latest', pack });
  if (!stored) return null;
  const decided = await decide(ctx, {
    standard: standardIn(stored),
    standardHash: stored.hash,
    plan: planForEvaluation(process.plan),
    level: row.level as TitleLevel,
    dossier: snapshot.dossier as Dossier,
    snapshotHash,
  });
  if (decided === null) return null;
  const { evaluation, decision } = decided;
  const asked = evaluation.routes.find((one) => one.route === row.route);
  return {
    evaluation,
    decision,
    verdict: asked?.verdict ?? evaluation.verdict,
    standardPack: pack,
    standardHash: stored.hash,
  };
}

/** A submission evaluated anew with what a reviewer decided. */
export interface Review {
  readonly standard: StandardPack;
  readonly dossier: Dossier;
  readonly report: EvaluationView;
  /** The parts of the dossier that a condition of standard or plan itself looks at. */
  readonly reads: (condition: string) => ReadonlySet<string>;
}

/** By the version of the standard that the submission was evaluated with; null where it was checked by hand. */
export async function reviewOf(
  ctx: Ctx,
  row: ApplicationRow,
  submission: { readonly standardHash: string | null; readonly snapshot: ApplicationSnapshot },
  decided: readonly DecidedJudgement[],
): Promise<Review | null> {
  if (submission.standardHash === null) return null;
  const stored = await findPolicy(ctx, { by: 'hash', hash: submission.standardHash });
  if (!stored) return null;
  const standard = standardIn(stored);
  const frozen = submission.snapshot.dossier as Dossier;
  // Whoever may read the report may know what it rests on; the statements themselves are the unit's.
  const attested = await ctx.asPlatform(() => readAttestations(ctx, row.person_id));
  const dossier = await withConsents(ctx, row.id, withAttestations(frozen, attested));
  const process = await processOf(ctx, row);
  const report = evaluated(process, row.level, standard, withJudgements(dossier, decided));
  return report && { standard, dossier, report, reads: readsOf(standard, planForEvaluation(process.plan)) };
}

/** The report on a submission as it was given: rendered from its decision, or the one that was kept. */
export async function keptReport(
  ctx: Ctx,
  submission: {
    readonly decision: StoredDecision | null;
    readonly report: EvaluationView | null;
    readonly snapshot: ApplicationSnapshot;
  },
): Promise<EvaluationView | null> {
  if (submission.decision === null) return submission.report;
  return reportOfDecision(ctx, submission.decision, submission.snapshot.dossier as Dossier);
}

/** What the engine says of the route applied for on another dossier; null where the standard is checked by hand. */
export async function verdictOn(
  ctx: Ctx,
  process: Process,
  row: Pick<ApplicationRow, 'specialty' | 'level' | 'route'>,
  dossier: Dossier,
): Promise<string | null> {
  const pack = specialtyOf(process.plan, row.specialty)?.standard.pack;
  const stored = pack === undefined ? null : await findPolicy(ctx, { by: 'latest', pack });
  if (!stored) return null;
  const evaluation = evaluated(process, row.level, standardIn(stored), dossier);
  return evaluation?.routes.find((one) => one.route === row.route)?.verdict ?? null;
}

function evaluated(process: Process, level: string, standard: StandardPack, dossier: Dossier): EvaluationView | null {
  const plan = planForEvaluation(process.plan);
  const answer = evaluate({ pack: standard, dossier, level: level as TitleLevel, plan, asOf: plan.asOf });
  return answer.ok ? evaluationView(answer.evaluation, standard) : null;
}

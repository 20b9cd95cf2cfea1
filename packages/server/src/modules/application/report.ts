import type { ApplicationSnapshot } from '@zhiping/contract';
import { type Process, specialtyOf } from '@zhiping/core';
import {
  type Dossier,
  type EvaluationView,
  evaluate,
  evaluationView,
  planForEvaluation,
  type StandardPack,
} from '@zhiping/standard';
import type { Ctx } from '../../context.ts';
import { findPolicy } from '../policy/index.ts';
import type { ApplicationRow } from './target.ts';

/** The engine's answer on a frozen dossier, with what it rested on. */
export interface SubmissionReport {
  readonly evaluation: EvaluationView;
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
): Promise<SubmissionReport | null> {
  const pack = specialtyOf(process.plan, row.specialty)?.standard.pack;
  if (pack === undefined) return null;
  const stored = await findPolicy(ctx, { by: 'latest', pack });
  if (!stored) return null;
  const standard = stored.content as unknown as StandardPack;
  const plan = planForEvaluation(process.plan);
  const answer = evaluate({
    pack: standard,
    dossier: snapshot.dossier as Dossier,
    level: row.level as Parameters<typeof evaluate>[0]['level'],
    plan,
    asOf: plan.asOf,
  });
  if (!answer.ok) return null;
  const asked = answer.evaluation.routes.find((one) => one.route === row.route);
  return {
    evaluation: evaluationView(answer.evaluation, standard),
    verdict: asked?.verdict ?? answer.evaluation.verdict,
    standardPack: pack,
    standardHash: stored.hash,
  };
}

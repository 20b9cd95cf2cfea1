import { AppError, type ApplicationSnapshot } from '@zhiping/contract';
import { type Checked, type CheckRules, checkRulesOf } from '@zhiping/core';
import type { EvaluationView } from '@zhiping/standard';
import type { Ctx } from '../../context.ts';
import { type ApplicationRow, keptReport, processOf } from '../application/index.ts';

/** A frozen submission as the office works on it. */
export interface Submission {
  readonly ordinal: number;
  readonly receivedAt: string;
  readonly verdict: string | null;
  readonly standardPack: string | null;
  readonly standardHash: string | null;
  readonly snapshot: ApplicationSnapshot;
  readonly report: EvaluationView | null;
}

/** The submission with number `ordinal`, the latest without one; null where nothing was submitted yet. */
export async function findSubmission(ctx: Ctx, applicationId: string, ordinal?: number): Promise<Submission | null> {
  const row = await ctx.tx
    .selectFrom('application_submission')
    .select(['ordinal', 'received_at', 'verdict', 'standard_pack', 'standard_hash', 'snapshot', 'report', 'decision'])
    .where('application_id', '=', applicationId)
    .$if(ordinal !== undefined, (query) => query.where('ordinal', '=', ordinal ?? 0))
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  return {
    ordinal: row.ordinal,
    receivedAt: row.received_at,
    verdict: row.verdict,
    standardPack: row.standard_pack,
    standardHash: row.standard_hash,
    snapshot: row.snapshot,
    report: await keptReport(ctx, row),
  };
}

/** The submission that is being checked. @throws AppError where there is none */
export async function currentSubmission(ctx: Ctx, row: ApplicationRow): Promise<Submission> {
  const submission = await findSubmission(ctx, row.id);
  if (!submission) throw new AppError('NOT_SUBMITTED');
  return submission;
}

/** What the plan of an application says about its check. */
export async function rulesOf(ctx: Ctx, row: ApplicationRow): Promise<CheckRules> {
  const { plan } = await processOf(ctx, row);
  return checkRulesOf(plan, row.specialty);
}

/** What the places of a check are made from. */
export function checkedOf({ snapshot, report }: Submission): Checked {
  return {
    rows: snapshot.rows,
    selfReport: snapshot.selfReport,
    dossier: snapshot.dossier,
    conditions: conditionsOf(report, snapshot.subject.route),
    ...(snapshot.selfScore === undefined ? {} : { selfScore: snapshot.selfScore.lines }),
    ...(snapshot.photo === undefined ? {} : { photo: snapshot.photo.photoId }),
  };
}

/**
 * The conditions right below a route of a stored report. By plan the route stands beside the plan's own conditions, as
 * one node with the printed label of the level; its parts take its place.
 */
function conditionsOf(report: EvaluationView | null, route: string): Checked['conditions'] {
  const tree = report?.routes.find((one) => one.route === route)?.tree;
  return (tree?.children ?? [])
    .flatMap((node) => (node.label === report?.level.label ? node.children : [node]))
    .map(({ id, label, text }) => ({ id, label, text }));
}

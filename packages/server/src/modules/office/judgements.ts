import { AppError, type OfficeCheck, type OfficeJudgement } from '@zhiping/contract';
import { rowsBehind, rowsBehindByHand } from '@zhiping/core';
import { type DecidedJudgement, type EvaluationView, openJudgements } from '@zhiping/standard';
import type { Ctx } from '../../context.ts';
import { type ApplicationRow, loadApplication, reviewOf } from '../application/index.ts';
import { findSubmission, type Submission } from './submission.ts';

/** What the office must decide on a submission, what it decided so far, and the report that follows from it. */
export interface Reviewed {
  readonly judgements: readonly OfficeJudgement[];
  readonly report: EvaluationView | null;
  /** The submitted rows each condition rests on, by its id. */
  readonly behind: ReadonlyMap<string, readonly string[]>;
}

/**
 * The report of a submission with the office's decisions in it (P6). Nothing is asked where the standard is checked by hand.
 * A decision may open what was hidden behind it, so both reports are asked: that of the submission and that reviewed.
 */
export async function reviewSubmission(ctx: Ctx, row: ApplicationRow, submission: Submission): Promise<Reviewed> {
  const saved = await savedJudgements(ctx, row.id, submission.ordinal);
  const review = await reviewOf(ctx, row, submission, saved);
  const { rows } = submission.snapshot;
  if (review === null || submission.report === null) {
    return { judgements: [], report: submission.report, behind: rowsBehindByHand(rows) };
  }
  const { standard, dossier, report } = review;
  const trees = [submission.report, report].flatMap(({ routes }) =>
    routes.filter(({ route }) => route === row.route).map(({ tree }) => tree),
  );
  const asked = trees.flatMap((tree) => openJudgements(standard, dossier, tree));
  const once = asked.filter(({ id }, index) => asked.findIndex((other) => other.id === id) === index);
  const judgements = once.map((one): OfficeJudgement => {
    const decided = saved.find(({ id }) => id === one.id);
    return { ...one, choices: [...one.choices], answer: decided?.answer ?? null, reason: decided?.reason ?? '' };
  });
  return { judgements, report, behind: rowsBehind(trees, review.reads, rows) };
}

/** What is known of an application now: the report on what was last submitted, with what was decided and stated since. */
export async function reviewedReport(
  ctx: Ctx,
  applicationId: string,
): Promise<{
  readonly route: string;
  readonly report: EvaluationView | null;
}> {
  const target = await loadApplication(ctx, { id: applicationId });
  const submission = await findSubmission(ctx, applicationId);
  if (target === null || submission === null) return { route: target?.row.route ?? '', report: null };
  const { report } = await reviewSubmission(ctx, target.row, submission);
  return { route: target.row.route, report };
}

async function savedJudgements(ctx: Ctx, applicationId: string, ordinal: number): Promise<readonly DecidedJudgement[]> {
  return ctx.tx
    .selectFrom('office_judgement as j')
    .innerJoin('person as p', 'p.id', 'j.decided_by')
    .select(['j.judgement as id', 'j.answer', 'j.reason', 'p.name as by'])
    .where('j.application_id', '=', applicationId)
    .where('j.ordinal', '=', ordinal)
    .orderBy('j.judgement')
    .execute();
}

export interface JudgementInput {
  readonly submission: number;
  readonly judgement: string;
  readonly answer: string;
  readonly reason: string;
}

/** Keeps one decision. @throws AppError where it is not asked, is no answer to it, or is against without a reason */
export async function saveJudgement(
  ctx: Ctx,
  row: ApplicationRow,
  submission: Submission,
  input: JudgementInput,
): Promise<Reviewed> {
  // Another submission may have come in since the page was opened.
  if (submission.ordinal !== input.submission) throw new AppError('STALE');
  if (row.state.openedAt === null) throw new AppError('CHECK_NOT_OPENED');
  const { judgements } = await reviewSubmission(ctx, row, submission);
  const asked = judgements.find(({ id }) => id === input.judgement);
  const at = asked?.choices.findIndex(({ value }) => value === input.answer) ?? -1;
  if (at < 0) throw new AppError('JUDGEMENT_UNKNOWN');
  if (at > 0 && input.reason === '') throw new AppError('JUDGEMENT_REASON');
  const values = {
    answer: input.answer,
    reason: input.reason,
    decided_by: ctx.actor.personId ?? '',
    decided_at: ctx.businessNow,
  };
  await ctx.tx
    .insertInto('office_judgement')
    .values({
      organiser_id: row.organiser_id,
      application_id: row.id,
      ordinal: submission.ordinal,
      judgement: input.judgement,
      ...values,
    })
    .onConflict((conflict) => conflict.columns(['application_id', 'ordinal', 'judgement']).doUpdateSet(values))
    .execute();
  return reviewSubmission(ctx, row, submission);
}

/** The same as the page reads it. */
export const reviewedView = ({ judgements, report, behind }: Reviewed): ReviewedView => ({
  judgements: [...judgements],
  reviewed: report,
  behind: [...behind].map(([condition, rows]) => ({ condition, rows: [...rows] })),
});
type ReviewedView = Pick<OfficeCheck, 'judgements' | 'reviewed' | 'behind'>;

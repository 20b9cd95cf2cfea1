import { AppError, type PaperView } from '@zhiping/contract';
import { explainCase, levelNameOf, paperLacks, paperMark, type PlanLevel, specialtyOf } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { type ApplicationRow, lastSubmission } from '../../application/index.ts';
import { paperOf } from '../paper-of.ts';

/** The papers of one application: for the desk, and for the label that applicant and unit print. */
export async function readPaper(ctx: Ctx, row: ApplicationRow): Promise<PaperView> {
  const names = await ctx.tx
    .selectFrom('application as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .innerJoin('unit as u', 'u.id', 'a.unit_id')
    .innerJoin('plan as l', 'l.id', 'a.plan_id')
    .leftJoin('application_submission as s', (join) =>
      join.onRef('s.application_id', '=', 'a.id').on('s.ordinal', '=', row.state.submissions),
    )
    .select(['p.name as applicantName', 'u.name as unitName', 'l.name as planName', 's.received_at as submittedAt'])
    .where('a.id', '=', row.id)
    .executeTakeFirst();
  if (!names) throw new AppError('NOT_FOUND');
  const { process, stage, items, stored } = await paperOf(ctx, row);
  const { plan } = process;
  const told = explainCase(process, row.state, ctx.businessNowOf(row.organiser_id));
  const submission = await lastSubmission(ctx, row.id);
  const found = stored?.found ?? [];
  return {
    applicationId: row.id,
    number: row.number,
    applicantName: names.applicantName,
    unitName: names.unitName,
    planName: names.planName,
    specialty: specialtyOf(plan, row.specialty)?.name ?? row.specialty,
    levelName: levelNameOf(plan, row.level as PlanLevel),
    stage: row.stage,
    version: row.version,
    asked: stage !== null,
    state: stored?.state ?? 'expected',
    paperVersion: stored?.version ?? 0,
    items: items.map((item) => ({ ...item })),
    found: [...found],
    lacks: stored === null ? [] : [...paperLacks(items, found)],
    storage: stored?.storage ?? '',
    note: stored?.note ?? '',
    receivedAt: stored?.received_at ?? null,
    snapshot:
      submission === null
        ? null
        : {
            ordinal: submission.ordinal,
            receivedAt: names.submittedAt ?? row.changed_at,
            hash: submission.hash,
            mark: paperMark(submission.hash),
          },
    until: row.stage === stage && told.until !== null ? { at: told.until.at, words: told.until.words } : null,
    late: row.stage === stage && row.state.overdueSince !== null,
    delivery: { ...plan.contacts.delivery },
    givenBack:
      stored === null || stored.returned_on === null
        ? null
        : { on: stored.returned_on, to: stored.returned_to ?? '', note: stored.return_note },
  };
}

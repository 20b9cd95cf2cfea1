import { AppError, applicationSnapshot, type ApplicationSnapshot } from '@zhiping/contract';
import { dateAt, levelNameOf, type Plan, type RowFacts, specialtyOf } from '@zhiping/core';
import type { EvaluationView } from '@zhiping/standard';
import type { Ctx } from '../../../context.ts';
import { type BoxFacts, codeFor } from '../../../documents/index.ts';
import { type ApplicationRow, lastSubmission, processOf } from '../../application/index.ts';
import { factsOf, readRows, type RowWithFiles } from '../../archive/index.ts';
import { printedPhoto } from '../../photo/index.ts';
import { concludedPublicity } from '../../publicity/index.ts';
import { readAppraisal } from '../../unit/index.ts';

/** What all forms of one application are made from: the frozen submission and, for the person, the archive as verified. */
export interface Sources {
  readonly row: ApplicationRow;
  readonly plan: Plan;
  readonly snapshot: ApplicationSnapshot;
  readonly report: EvaluationView | null;
  readonly rows: readonly RowFacts[];
  readonly withFiles: readonly RowWithFiles[];
  readonly appraisal: Awaited<ReturnType<typeof readAppraisal>>;
  readonly publicity: Awaited<ReturnType<typeof concludedPublicity>>;
  readonly facts: BoxFacts;
  readonly officeName: string;
  readonly committeeName: string;
  /** What every form carries; its watermark is that of the plan's form. */
  readonly subject: {
    readonly number: string;
    readonly verificationCode: string;
    readonly issuedOn: string;
    readonly unitName: string;
    readonly applicantName: string;
    readonly currentTitle: string;
    readonly specialty: string;
    readonly titleName: string;
    /** JPEG of the submitted photo; null leaves the place for pasting. */
    readonly photo: Uint8Array | null;
  };
}

/** Reads everything once; whoever asks must have been allowed to print. Throws `NOT_FOUND` before the first submission. */
export async function sourcesOf(ctx: Ctx, row: ApplicationRow): Promise<Sources> {
  const submission = await lastSubmission(ctx, row.id);
  if (submission === null) throw new AppError('NOT_FOUND');
  const { plan } = await processOf(ctx, row);
  const snapshot = applicationSnapshot.parse(submission.snapshot);
  const withFiles = await readRows(ctx, row.person_id, 'masked', { states: ['verified'] });
  const publicity = await concludedPublicity(ctx, row.id);
  const appraisal = await readAppraisal(ctx, row.id);
  const specialty = specialtyOf(plan, row.specialty);
  const organiser = await ctx.tx
    .selectFrom('organiser')
    .select(['office_name', 'name'])
    .where('id', '=', row.organiser_id)
    .executeTakeFirstOrThrow();
  return {
    row,
    plan,
    snapshot,
    report: submission.report,
    rows: withFiles.map(factsOf),
    withFiles,
    appraisal,
    publicity,
    facts: {
      publicity: publicity === null ? null : publicityWords(publicity),
      unitOpinion: appraisal?.opinion ?? null,
      association: specialty?.association?.name ?? null,
    },
    officeName: organiser.office_name,
    committeeName: plan.committee?.name ?? organiser.name,
    subject: {
      number: row.number,
      verificationCode: codeFor(`${row.id} ${submission.hash}`),
      issuedOn: dateAt(ctx.businessNowOf(row.organiser_id)),
      unitName: snapshot.unit.name,
      applicantName: snapshot.applicant.name,
      currentTitle: snapshot.applicant.currentTitle ?? '无',
      specialty: specialty?.name ?? row.specialty,
      titleName: levelNameOf(plan, row.state.subject.level),
      photo: await printedPhoto(ctx, snapshot.photo),
    },
  };
}

function publicityWords(publicity: NonNullable<Sources['publicity']>): string {
  const { startsOn, lastDay, workingDays, objections } = publicity;
  const words = (date: string): string => {
    const [year, month, day] = date.split('-').map(Number);
    return `${year}年${month}月${day}日`;
  };
  const outcome = objections === 0 ? '公示期间未收到异议。' : `公示期间收到异议 ${objections} 件，均已核查答复。`;
  return `公示时间：${words(startsOn)}至${words(lastDay)}，共 ${workingDays} 个工作日。\n${outcome}`;
}

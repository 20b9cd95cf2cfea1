import { AppError } from '@zhiping/contract';
import { dateAt, levelNameOf, submissionLimit, windowTimes } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { printDocument } from '../../../documents/index.ts';
import type { FileAnswer } from '../../../http/route.ts';
import { type ApplicationRow, describeApplication, processOf } from '../../application/index.ts';

/** The one-time correction notice of a submission as PDF, printed from what was frozen when it was sent. */
export async function printCorrectionNotice(ctx: Ctx, row: ApplicationRow, ordinal: number): Promise<FileAnswer> {
  const notice = await ctx.tx
    .selectFrom('correction_notice')
    .selectAll()
    .where('application_id', '=', row.id)
    .where('ordinal', '=', ordinal)
    .executeTakeFirst();
  if (!notice) throw new AppError('NOT_FOUND');
  const process = await processOf(ctx, row);
  const line = await describeApplication(ctx, row);
  const organiser = await ctx.tx
    .selectFrom('organiser')
    .select(['office_name'])
    .where('id', '=', row.organiser_id)
    .executeTakeFirst();
  const [window] = process.plan.windows;
  if (!line || !organiser || !window) throw new AppError('NOT_FOUND');
  const pdf = await printDocument('correction-notice', {
    number: `${row.number}-${ordinal}`,
    verificationCode: notice.verification_code,
    issuedOn: dateAt(notice.issued_at),
    watermark: null,
    officeName: organiser.office_name,
    applicantName: line.applicantName,
    unitName: line.unitName,
    specialty: line.specialty,
    titleName: levelNameOf(process.plan, row.state.subject.level),
    submission: ordinal,
    submissionLimit: submissionLimit(process, row.state),
    checkedAt: notice.issued_at,
    items: notice.items.map(({ title, label, problem, whatToDo, lateReason }) => ({
      place: title,
      clause: label === '' ? null : label,
      problem: lateReason === '' ? problem : `${problem}（前次未提出的原因：${lateReason}）`,
      remedy: whatToDo,
    })),
    dueAt: notice.due_at ?? windowTimes(window).closesAt,
    passedCount: notice.accepted_count,
    contact: process.plan.contacts.policy,
  });
  return {
    fileName: `一次性告知书-${row.number}-${ordinal}.pdf`,
    mediaType: 'application/pdf',
    content: Buffer.from(pdf),
    disposition: 'inline',
  };
}

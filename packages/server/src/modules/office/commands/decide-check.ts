import { AppError, type CheckItem } from '@zhiping/contract';
import { type ActionInput, canonicalJson, endingDeadline, sha256Hex } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { newVerificationCode } from '../../../documents/index.ts';
import { advance, type ApplicationRow } from '../../application/index.ts';
import { reviewSubmission } from '../judgements.ts';
import { readCheckItems } from '../queries/read-check.ts';
import { currentSubmission } from '../submission.ts';
import type { NoticeItem } from '../tables.ts';
import { decided, type Decided } from './decide.ts';

/** The check is passed, LN-2024 五(五)2: every item decided, none to be corrected. */
export async function passCheck(ctx: Ctx, row: ApplicationRow, version: number): Promise<Decided> {
  const items = await itemsOf(ctx, row);
  if (items.some(({ decision }) => decision === 'correct')) throw new AppError('CHECK_HAS_CORRECTIONS');
  const { judgements, report } = await reviewSubmission(ctx, row, await currentSubmission(ctx, row));
  const verdict = report?.routes.find(({ route }) => route === row.route)?.verdict ?? null;
  const decisions = judgements.flatMap(({ id, answer }) => (answer === null ? [] : [{ id, answer }]));
  return decided(
    await advance(ctx, row.id, 'office-pass', inputOf(items), {
      version,
      // What was decided on each stays in the office's table; the record fixes it.
      data: {
        accepted: items.length,
        judged: decisions.length,
        judgements: sha256Hex(canonicalJson(decisions)),
        verdict,
      },
    }),
  );
}

/**
 * The submission is returned with one complete notice, LN-2024 五(五)2. An item that stood there unchanged when an
 * earlier submission was accepted needs a reason why it comes only now.
 */
export async function returnCheck(ctx: Ctx, row: ApplicationRow, version: number): Promise<Decided> {
  const submission = await currentSubmission(ctx, row);
  const items = await readCheckItems(ctx, row, submission);
  const corrections = items.filter(({ decision }) => decision === 'correct');
  const late = corrections.filter(({ seenBefore, lateReason }) => seenBefore && lateReason === '');
  if (late.length > 0) {
    throw new AppError('CHECK_LATE_REASON', {
      fields: late.map(({ place, title }) => ({
        path: place,
        message: `${title}：前次审核时已有且未提出，请写明理由`,
      })),
    });
  }
  const advanced = await advance(ctx, row.id, 'office-return', inputOf(items), {
    version,
    data: { submission: submission.ordinal, corrections: corrections.length },
  });
  const sent: readonly NoticeItem[] = corrections.map(({ place, label, title, problem, whatToDo, lateReason }) => ({
    place,
    label,
    title,
    problem,
    whatToDo,
    lateReason,
  }));
  await ctx.tx
    .insertInto('correction_notice')
    .values({
      id: ctx.newId(),
      organiser_id: row.organiser_id,
      application_id: row.id,
      ordinal: submission.ordinal,
      items: JSON.stringify(sent),
      accepted_count: items.length - sent.length,
      verification_code: newVerificationCode(),
      issued_at: ctx.businessNow,
      due_at: endingDeadline(advanced.process, advanced.after.state)?.dueAt ?? null,
    })
    .execute();
  return decided(advanced);
}

async function itemsOf(ctx: Ctx, row: ApplicationRow): Promise<readonly CheckItem[]> {
  return readCheckItems(ctx, row, await currentSubmission(ctx, row));
}

function inputOf(items: readonly CheckItem[]): ActionInput {
  return {
    undecided: items.filter(({ decision }) => decision === null).map(({ place }) => place),
    items: items
      .filter(({ decision }) => decision === 'correct')
      .map(({ place, label, problem, whatToDo }) => ({ place, label, problem, whatToDo })),
  };
}

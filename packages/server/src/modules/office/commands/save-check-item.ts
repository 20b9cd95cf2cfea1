import { AppError } from '@zhiping/contract';
import { checkPlaces } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import type { ApplicationRow } from '../../application/index.ts';
import { checkedOf, currentSubmission } from '../submission.ts';

export interface CheckItemInput {
  readonly submission: number;
  readonly place: string;
  readonly decision: 'accepted' | 'correct';
  readonly problem: string;
  readonly whatToDo: string;
  readonly lateReason: string;
}

/** Keeps one decision of the check. Nothing leaves the office before the whole list is sent. */
export async function saveCheckItem(ctx: Ctx, row: ApplicationRow, item: CheckItemInput): Promise<void> {
  const submission = await currentSubmission(ctx, row);
  // Another submission may have come in since the page was opened.
  if (submission.ordinal !== item.submission) throw new AppError('STALE');
  if (row.state.openedAt === null) throw new AppError('CHECK_NOT_OPENED');
  if (!checkPlaces(checkedOf(submission)).some(({ place }) => place === item.place)) throw new AppError('CHECK_PLACE');
  const values = {
    decision: item.decision,
    problem: item.problem,
    what_to_do: item.whatToDo,
    late_reason: item.lateReason,
    decided_by: ctx.actor.personId ?? '',
    decided_at: ctx.businessNow,
  };
  await ctx.tx
    .insertInto('office_check_item')
    .values({
      organiser_id: row.organiser_id,
      application_id: row.id,
      ordinal: submission.ordinal,
      place: item.place,
      ...values,
    })
    .onConflict((conflict) => conflict.columns(['application_id', 'ordinal', 'place']).doUpdateSet(values))
    .execute();
}

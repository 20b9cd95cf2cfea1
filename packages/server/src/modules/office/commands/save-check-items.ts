import { AppError } from '@zhiping/contract';
import { checkPlaces } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import type { ApplicationRow } from '../../application/index.ts';
import { checkedOf, currentSubmission, rulesOf } from '../submission.ts';

export interface CheckItemInput {
  readonly place: string;
  readonly decision: 'accepted' | 'correct';
  readonly problem: string;
  readonly whatToDo: string;
  readonly lateReason: string;
}

/** Keeps decisions of the check, the last one of each place. Nothing leaves the office before the whole list is sent. */
export async function saveCheckItems(
  ctx: Ctx,
  row: ApplicationRow,
  ordinal: number,
  items: readonly CheckItemInput[],
): Promise<void> {
  const submission = await currentSubmission(ctx, row);
  // Another submission may have come in since the page was opened.
  if (submission.ordinal !== ordinal) throw new AppError('STALE');
  if (row.state.openedAt === null) throw new AppError('CHECK_NOT_OPENED');
  const places = new Set(checkPlaces(checkedOf(submission), await rulesOf(ctx, row)).map(({ place }) => place));
  if (!items.every(({ place }) => places.has(place))) throw new AppError('CHECK_PLACE');
  const last = new Map(items.map((item) => [item.place, item]));
  await ctx.tx
    .insertInto('office_check_item')
    .values(
      [...last.values()].map((item) => ({
        organiser_id: row.organiser_id,
        application_id: row.id,
        ordinal,
        place: item.place,
        decision: item.decision,
        problem: item.problem,
        what_to_do: item.whatToDo,
        late_reason: item.lateReason,
        decided_by: ctx.actor.personId ?? '',
        decided_at: ctx.businessNow,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['application_id', 'ordinal', 'place']).doUpdateSet({
        decision: sql`excluded.decision`,
        problem: sql`excluded.problem`,
        what_to_do: sql`excluded.what_to_do`,
        late_reason: sql`excluded.late_reason`,
        decided_by: sql`excluded.decided_by`,
        decided_at: sql`excluded.decided_at`,
      }),
    )
    .execute();
}

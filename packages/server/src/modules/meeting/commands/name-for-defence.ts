import { AppError } from '@zhiping/contract';
import type { Receipt } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { nameable } from '../defence-reasons.ts';
import { planOf } from '../plan.ts';
import type { MeetingTarget } from '../target.ts';

/** What the office enters for the committee. */
export interface Naming {
  readonly applicationId: string;
  /** A trigger of the plan that somebody decides (浙江2022年通知八(二)5). */
  readonly trigger: string;
  readonly reason: string;
}

/**
 * Names a case for a defence, with the reason, by a trigger that the plan leaves to the committee. The reasons found by facts
 * stay beside it. @throws AppError where the plan has no such trigger for the level, or the case is named already
 */
export async function nameForDefence(ctx: Ctx, meeting: MeetingTarget, naming: Naming): Promise<Receipt> {
  const { applicationId, trigger, reason } = naming;
  const plan = await planOf(ctx, meeting);
  const one = await ctx.tx
    .selectFrom('meeting_case')
    .select(['level', 'defence'])
    .where('meeting_id', '=', meeting.meetingId)
    .where('application_id', '=', applicationId)
    .forUpdate()
    .executeTakeFirst();
  if (!one) throw new AppError('NOT_FOUND');
  const rule = nameable(plan, one.level).find(({ id }) => id === trigger);
  if (!rule) throw new AppError('DEFENCE_NOT_NAMEABLE');
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('defence_reason')
    .values({
      application_id: applicationId,
      trigger,
      organiser_id: meeting.organiserId,
      label: rule.label,
      text: rule.text,
      state: 'named',
      detail: reason,
      named_by: ctx.actor.personId,
      at: ctx.businessNowOf(meeting.organiserId),
    })
    .onConflict((conflict) => conflict.columns(['application_id', 'trigger']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) throw new AppError('DEFENCE_NAMED');
  await ctx.tx
    .updateTable('meeting_case')
    .set({ defence: 'waiting' })
    .where('application_id', '=', applicationId)
    .where('defence', '=', 'none')
    .execute();
  return ctx.record({
    organiserId: meeting.organiserId,
    subject: { noun: 'application', id: applicationId },
    data: { meetingId: meeting.meetingId, trigger, label: rule.label, reason },
  });
}

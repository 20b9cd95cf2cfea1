import type { Ctx } from '../../../context.ts';
import { type DefenceReason, reasonsFor } from '../defence-reasons.ts';
import { planOf } from '../plan.ts';
import type { MeetingTarget } from '../target.ts';

/**
 * Asks again what was open when a case was admitted: by what was decided or stated since, an open reason applies or falls
 * away, and one not seen before is added. What applied and whom the committee named stays. Answers how many cases changed.
 */
export async function recheckDefences(ctx: Ctx, meeting: MeetingTarget): Promise<number> {
  const open = await ctx.tx
    .selectFrom('meeting_case as c')
    .select(['c.application_id as applicationId', 'c.level'])
    .where('c.meeting_id', '=', meeting.meetingId)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('defence_reason as r')
          .select('r.trigger')
          .whereRef('r.application_id', '=', 'c.application_id')
          .where('r.state', '=', 'open'),
      ),
    )
    .orderBy('c.number')
    .forUpdate('c')
    .execute();
  const plan = await planOf(ctx, meeting);
  const changed: string[] = [];
  for (const one of open) {
    if (await keepAnew(ctx, meeting, one.applicationId, await reasonsFor(ctx, plan, one))) {
      changed.push(one.applicationId);
    }
  }
  await ctx.record({
    organiserId: meeting.organiserId,
    subject: { noun: 'meeting', id: meeting.meetingId },
    data: { rechecked: changed },
  });
  return changed.length;
}

/** True where a reason changed. */
async function keepAnew(
  ctx: Ctx,
  { organiserId }: MeetingTarget,
  applicationId: string,
  reasons: readonly DefenceReason[],
): Promise<boolean> {
  const at = ctx.businessNowOf(organiserId);
  const kept = await ctx.tx
    .selectFrom('defence_reason')
    .select(['trigger', 'state', 'detail'])
    .where('application_id', '=', applicationId)
    .execute();
  const fallen = kept.filter(
    ({ trigger, state }) => state === 'open' && !reasons.some((one) => one.trigger === trigger),
  );
  const fresh = reasons.filter(({ trigger, state, detail }) => {
    const known = kept.find((one) => one.trigger === trigger);
    return !known || (known.state === 'open' && (known.state !== state || known.detail !== detail));
  });
  for (const { trigger } of fallen) {
    await ctx.tx
      .deleteFrom('defence_reason')
      .where('application_id', '=', applicationId)
      .where('trigger', '=', trigger)
      .execute();
  }
  for (const { state, detail, ...reason } of fresh) {
    await ctx.tx
      .insertInto('defence_reason')
      .values({
        application_id: applicationId,
        organiser_id: organiserId,
        ...reason,
        state,
        detail,
        named_by: null,
        at,
      })
      .onConflict((conflict) => conflict.columns(['application_id', 'trigger']).doUpdateSet({ state, detail, at }))
      .execute();
  }
  if (fresh.some(({ state }) => state === 'applies')) {
    await ctx.tx
      .updateTable('meeting_case')
      .set({ defence: 'waiting' })
      .where('application_id', '=', applicationId)
      .where('defence', '=', 'none')
      .execute();
  }
  return fallen.length + fresh.length > 0;
}

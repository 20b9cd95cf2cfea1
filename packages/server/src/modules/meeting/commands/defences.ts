import { AppError } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import type { MeetingTarget } from '../target.ts';
import { recheckDefences } from './recheck-defences.ts';

/** Sets when and where applicants defend; only cases of levels that defend (辽宁2024年度通知七). */
export async function scheduleDefences(
  ctx: Ctx,
  meeting: MeetingTarget,
  defences: readonly { readonly applicationId: string; readonly at: string; readonly room: string }[],
): Promise<void> {
  // The timetable fixes who defends, so nothing that is known by now stays open.
  await recheckDefences(ctx, meeting);
  for (const { applicationId, at, room } of defences) {
    const { numUpdatedRows } = await ctx.tx
      .updateTable('meeting_case')
      .set({ defence_at: at, defence_room: room })
      .where('meeting_id', '=', meeting.meetingId)
      .where('application_id', '=', applicationId)
      .where('defence', '<>', 'none')
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new AppError('DEFENCE_NOT_NEEDED');
    await ctx.record({
      organiserId: meeting.organiserId,
      subject: { noun: 'application', id: applicationId },
      data: { meetingId: meeting.meetingId, at, room },
    });
  }
}

/** Present or absent. Absence is noted; what it means the vote decides, nothing is computed from it. */
export async function recordDefence(ctx: Ctx, meeting: MeetingTarget, applicationId: string, present: boolean) {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('meeting_case')
    .set({ defence: present ? 'present' : 'absent' })
    .where('meeting_id', '=', meeting.meetingId)
    .where('application_id', '=', applicationId)
    .where('defence', '<>', 'none')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new AppError('DEFENCE_NOT_NEEDED');
  return ctx.record({
    organiserId: meeting.organiserId,
    subject: { noun: 'application', id: applicationId },
    data: { meetingId: meeting.meetingId, present },
  });
}

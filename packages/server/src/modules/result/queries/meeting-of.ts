import type { Ctx } from '../../../context.ts';
import { type MeetingTarget, meetingTarget, readMeeting } from '../../meeting/index.ts';

/** The meeting an application was decided in; null where it was never taken into one. Call it as the platform. */
export async function meetingOf(ctx: Ctx, applicationId: string): Promise<MeetingTarget | null> {
  const found = await ctx.tx
    .selectFrom('meeting_case')
    .select('meeting_id')
    .where('application_id', '=', applicationId)
    .executeTakeFirst();
  return found ? meetingTarget(ctx, { id: found.meeting_id }) : null;
}

/** Name of the committee that decided, as filed. */
export async function committeeOf(ctx: Ctx, applicationId: string): Promise<string> {
  const meeting = await meetingOf(ctx, applicationId);
  return meeting === null ? '' : (await readMeeting(ctx, meeting)).filing.name;
}

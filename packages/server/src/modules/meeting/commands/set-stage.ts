import { AppError } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import type { MeetingStage } from '../tables.ts';

/** Moves a meeting on, if it is still where the caller saw it. Call it as the platform. */
export async function setMeetingStage(
  ctx: Ctx,
  meetingId: string,
  from: readonly MeetingStage[],
  to: MeetingStage,
): Promise<void> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('meeting')
    .set((eb) => ({ stage: to, version: eb('version', '+', 1) }))
    .where('id', '=', meetingId)
    .where('stage', 'in', [...from])
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new AppError('STALE');
}

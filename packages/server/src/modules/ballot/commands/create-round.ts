import { AppError } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import { type MeetingTarget, packetCases, planOf, setMeetingStage, voteRulesOf } from '../../meeting/index.ts';
import { scoreSummaries } from '../../packet/index.ts';

/**
 * Sets a round up: every case has its written opinion and, where it defends, a note of who came (第二十一条). One round
 * at a time; another one only after the first was voided by two people.
 */
export async function createRound(ctx: Ctx, meeting: MeetingTarget): Promise<{ readonly id: string }> {
  return ctx.asPlatform(async () => {
    await ctx.tx.selectFrom('meeting').select('id').where('id', '=', meeting.meetingId).forUpdate().execute();
    const rounds = await ctx.tx
      .selectFrom('ballot_round')
      .select(['state'])
      .where('meeting_id', '=', meeting.meetingId)
      .execute();
    if (rounds.some(({ state }) => state !== 'void')) throw new AppError('ROUND_EXISTS');
    const summaries = await scoreSummaries(ctx, meeting);
    const unready = summaries.some(({ opinion, defenceState }) => !opinion?.complete || defenceState === 'waiting');
    if (unready) throw new AppError('REVIEW_INCOMPLETE');
    const cases = await packetCases(ctx, meeting.meetingId);
    const id = ctx.newId();
    await ctx.tx
      .insertInto('ballot_round')
      .values({
        id,
        organiser_id: meeting.organiserId,
        meeting_id: meeting.meetingId,
        number: rounds.length + 1,
        state: 'check-in',
        members: meeting.members,
        items: cases.map(({ packetId }) => packetId),
        present: null,
        rules: JSON.stringify(voteRulesOf(await planOf(ctx, meeting))),
        chair_key: null,
        supervisor_key: null,
        round_key: null,
        wrapped_ephemeral: null,
        wrapped_box: null,
        handed_share: null,
        envelope_hashes: null,
        result: null,
        void_reason: null,
        opened_at: null,
        sealed_at: null,
        ended_at: null,
      })
      .execute();
    await setMeetingStage(ctx, meeting.meetingId, ['reviewing', 'voting'], 'voting');
    await ctx.record({
      organiserId: meeting.organiserId,
      subject: { noun: 'round', id },
      data: { meetingId: meeting.meetingId, number: rounds.length + 1, items: cases.length },
    });
    return { id };
  });
}

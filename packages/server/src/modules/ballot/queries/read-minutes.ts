import type { Minutes } from '@zhiping/contract';
import { FIRST_LINK, leastCount } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { type MeetingTarget, readMeeting } from '../../meeting/index.ts';
import { scoreSummaries } from '../../packet/index.ts';

/** The minutes of a meeting (第二十三条): who attended, what was voted, with the head of the record as of now. */
export async function readMinutes(ctx: Ctx, meeting: MeetingTarget): Promise<Minutes> {
  return ctx.asPlatform(async () => {
    const view = await readMeeting(ctx, meeting);
    const organiser = await ctx.tx
      .selectFrom('organiser')
      .select('name')
      .where('id', '=', meeting.organiserId)
      .executeTakeFirstOrThrow();
    const rounds = await ctx.tx
      .selectFrom('ballot_round')
      .selectAll()
      .where('meeting_id', '=', meeting.meetingId)
      .orderBy('number')
      .execute();
    const counted = rounds.find(({ state }) => state === 'counted');
    const summaries = await scoreSummaries(ctx, meeting);
    const draw = view.draws?.findLast(({ stage }) => stage === 'completed');
    const head = await ctx.tx
      .selectFrom('record_entry')
      .select(['seq', 'link'])
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    return {
      meetingTitle: view.title,
      organiser: organiser.name,
      committee: view.filing.name,
      filingNumber: view.filing.number,
      heldOn: view.heldOn,
      venue: view.venue,
      members: view.members,
      chairName: view.chairName ?? '',
      attending: await attendingNames(ctx, counted?.id ?? rounds.at(-1)?.id ?? null),
      drawNumber: draw?.number ?? null,
      drawHash: draw?.hash ?? null,
      rounds: rounds.map((row) => ({
        number: row.number,
        state: row.state,
        present: row.present,
        quorum: leastCount(row.members, row.rules.quorum),
        openedAt: row.opened_at,
        sealedAt: row.sealed_at,
        endedAt: row.ended_at,
        voidReason: row.void_reason,
        envelopeHashes: row.envelope_hashes ?? [],
        results: row.result === null ? [] : [...row.result],
      })),
      cases: (view.cases ?? []).map((one) => {
        const summary = summaries.find(({ packetId }) => packetId === one.packetId);
        const result = counted?.result?.find(({ packetId }) => packetId === one.packetId);
        return {
          number: one.number,
          applicantName: one.applicantName,
          unitName: one.unitName,
          level: one.level,
          specialty: one.specialty,
          composite: summary?.composite ?? null,
          opinion: summary?.opinion?.text ?? null,
          passed: result?.passed ?? null,
        };
      }),
      recordSize: head ? Number(head.seq) + 1 : 0,
      recordLink: head?.link ?? FIRST_LINK,
    };
  });
}

async function attendingNames(ctx: Ctx, roundId: string | null): Promise<string[]> {
  if (roundId === null) return [];
  const rows = await ctx.tx
    .selectFrom('attendance as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .select('p.name')
    .where('a.round_id', '=', roundId)
    .orderBy('p.name')
    .execute();
  return rows.map(({ name }) => name);
}

import { AppError, DEFENCE_FACTORS, REVIEW_FACTORS } from '@zhiping/contract';
import { type Choice, sealVote, toBase64 } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { secretBytes } from '../../../security/random.ts';
import { answerSeat, type MeetingTarget, packetCases, seatTarget } from '../../meeting/index.ts';
import { packetTarget, readOpinion, readScore, saveScore, signOpinion, writeOpinion } from '../../packet/index.ts';
import { roundTarget } from '../target.ts';
import { castVote } from './cast-vote.ts';
import { checkIn } from './prepare-round.ts';

export type DemonstrationStep = 'answer' | 'score' | 'opinion' | 'check-in' | 'vote';

/**
 * 演示：由系统代其余专家办理. Does one step for every expert who has not done it, through the same commands, so that one
 * person can live the year alone. The record shows that the office did it; outside demonstration mode it is not there.
 */
export async function actForExperts(
  ctx: Ctx,
  meeting: MeetingTarget,
  step: DemonstrationStep,
  choice: Choice,
): Promise<number> {
  if (ctx.installation.settings.mode !== 'demonstration') throw new AppError('NOT_FOUND');
  return ctx.asPlatform(async () => {
    switch (step) {
      case 'answer':
        return answerAll(ctx, meeting);
      case 'score':
        return scoreAll(ctx, meeting);
      case 'opinion':
        return signAll(ctx, meeting);
      case 'check-in':
        return checkInAll(ctx, meeting);
      case 'vote':
        return voteAll(ctx, meeting, choice);
    }
  });
}

async function answerAll(ctx: Ctx, meeting: MeetingTarget): Promise<number> {
  const seats = await ctx.tx
    .selectFrom('seat')
    .select(['id', 'person_id', 'version'])
    .where('meeting_id', '=', meeting.meetingId)
    .where('state', '=', 'invited')
    .execute();
  for (const { id, person_id, version } of seats) {
    await as(ctx, person_id, async (expert) => {
      const seat = await seatTarget(expert, { id });
      if (seat) await answerSeat(expert, seat, { accept: true, pledged: true, avoid: [], version });
    });
  }
  return seats.length;
}

async function scoreAll(ctx: Ctx, meeting: MeetingTarget): Promise<number> {
  let acted = 0;
  for (const one of await packetCases(ctx, meeting.meetingId)) {
    const packet = await packetTarget(ctx, { id: one.packetId });
    if (!packet) continue;
    const kinds = one.defence === 'present' ? (['review', 'defence'] as const) : (['review'] as const);
    for (const [index, personId] of one.expertPersonIds.entries()) {
      for (const kind of kinds) {
        if ((await readScore(ctx, one.packetId, personId, kind)) !== null) continue;
        const names = kind === 'review' ? REVIEW_FACTORS : DEFENCE_FACTORS;
        // Between 19.5 and 22 points a factor, differing from expert to expert, so that mean and spread say something.
        const factors = Object.fromEntries(names.map((name, at) => [name, 1950 + 50 * ((index * 2 + at) % 6)]));
        await as(ctx, personId, (expert) =>
          saveScore(expert, packet, personId, kind, { factors, comment: '', version: null }),
        );
        acted += 1;
      }
    }
  }
  return acted;
}

const OPINION = '申报人业绩材料真实完整，能够独立解决本专业的关键技术问题，同意提交评审委员会表决。';

async function signAll(ctx: Ctx, meeting: MeetingTarget): Promise<number> {
  let acted = 0;
  for (const one of await packetCases(ctx, meeting.meetingId)) {
    const packet = await packetTarget(ctx, { id: one.packetId });
    if (!packet) continue;
    for (const personId of one.expertPersonIds) {
      await as(ctx, personId, async (expert) => {
        const opinion = await readOpinion(expert, one.packetId, personId);
        if (opinion === null) {
          await writeOpinion(expert, packet, personId, { text: OPINION, recommended: true, version: null });
        } else if (!opinion.signedByMe) {
          await signOpinion(expert, packet, personId, opinion.version);
        } else return;
        acted += 1;
      });
    }
  }
  return acted;
}

async function checkInAll(ctx: Ctx, meeting: MeetingTarget): Promise<number> {
  const round = await liveRound(ctx, meeting, 'check-in');
  const attending = await ctx.tx
    .selectFrom('attendance')
    .select('person_id')
    .where('round_id', '=', round.roundId)
    .execute();
  const missing = meeting.expertPersonIds.filter((id) => !attending.some(({ person_id }) => person_id === id));
  for (const personId of missing) await as(ctx, personId, (expert) => checkIn(expert, round, personId));
  return missing.length;
}

async function voteAll(ctx: Ctx, meeting: MeetingTarget, choice: Choice): Promise<number> {
  const round = await liveRound(ctx, meeting, 'open');
  const { round_key: key } = await ctx.tx
    .selectFrom('ballot_round')
    .select('round_key')
    .where('id', '=', round.roundId)
    .executeTakeFirstOrThrow();
  if (key === null) throw new AppError('ROUND_NOT_OPEN');
  const waiting = await ctx.tx
    .selectFrom('packet.envelope')
    .select('person_id')
    .where('round_id', '=', round.roundId)
    .where('cast_', '=', false)
    .execute();
  const context = { roundId: round.roundId, items: round.items };
  for (const { person_id: personId } of waiting) {
    const sealed = sealVote(
      context,
      round.items.map(() => choice),
      key,
      secretBytes(32),
    );
    await as(ctx, personId, (expert) => castVote(expert, round, personId, toBase64(sealed)));
  }
  await ctx.record({
    organiserId: meeting.organiserId,
    subject: { noun: 'round', id: round.roundId },
    data: { demonstration: true, votes: waiting.length },
  });
  return waiting.length;
}

async function liveRound(ctx: Ctx, meeting: MeetingTarget, state: 'check-in' | 'open') {
  const row = await ctx.tx
    .selectFrom('ballot_round')
    .select('id')
    .where('meeting_id', '=', meeting.meetingId)
    .where('state', '=', state)
    .executeTakeFirst();
  const round = row && (await roundTarget(ctx, row));
  if (!round) throw new AppError('STALE');
  return round;
}

/** Runs `fn` in the name of an expert, also for the database's own checks; the record still names who pressed. */
async function as<T>(ctx: Ctx, personId: string, fn: (expert: Ctx) => Promise<T>): Promise<T> {
  const tell = (id: string) => sql`select set_config('zhiping.person', ${id}, true)`.execute(ctx.tx);
  await tell(personId);
  const answer = await fn({ ...ctx, actor: { kind: 'person', personId, held: [] } });
  await tell(ctx.actor.personId ?? '');
  return answer;
}

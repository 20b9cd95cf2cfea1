import type { ScoreSummary } from '@zhiping/contract';
import { compositeOf } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { type MeetingTarget, packetCases, planOf, weightsOf } from '../../meeting/index.ts';
import { MIN_SIGNATURES } from '../commands/opinion.ts';

const FULL = 10_000;
/** Highest and lowest are left out from five scores on. */
const TRIM_FROM = 5;

/** Scores, spread, composite and opinion of every case of a meeting. Call it as the platform. */
export async function scoreSummaries(
  ctx: Ctx,
  meeting: Pick<MeetingTarget, 'meetingId' | 'organiserId' | 'planPack' | 'planNumber'>,
): Promise<ScoreSummary[]> {
  const plan = await planOf(ctx, meeting);
  const cases = await packetCases(ctx, meeting.meetingId);
  const summaries: ScoreSummary[] = [];
  for (const one of cases) {
    const scores = await ctx.tx
      .selectFrom('packet.score')
      .select(['kind', 'total', 'person_id'])
      .where('packet_id', '=', one.packetId)
      .execute();
    // Of somebody recused or replaced afterwards no score counts.
    const totals = (kind: 'review' | 'defence') =>
      scores
        .filter((score) => score.kind === kind && one.expertPersonIds.includes(score.person_id))
        .map(({ total }) => total);
    const [review, defence] = [totals('review'), totals('defence')];
    const weights = weightsOf(plan, one.level);
    const composite = compositeOf(review, defence, {
      weights: { review: weights.score, defence: weights.defence },
      trimFrom: TRIM_FROM,
      max: FULL,
    });
    summaries.push({
      packetId: one.packetId,
      number: one.number,
      level: one.level,
      weights,
      review: composite.review && { mean: composite.review.mean, ...composite.review.spread, count: review.length },
      defence: composite.defence && {
        mean: composite.defence.mean,
        ...composite.defence.spread,
        count: defence.length,
      },
      composite: composite.score,
      opinion: await opinionOf(ctx, one.packetId, one.expertPersonIds),
      defenceState: one.defence,
      expected: one.expertPersonIds.length,
    });
  }
  return summaries;
}

async function opinionOf(ctx: Ctx, packetId: string, experts: readonly string[]): Promise<ScoreSummary['opinion']> {
  const opinion = await ctx.tx
    .selectFrom('packet.opinion')
    .select(['text', 'recommended'])
    .where('packet_id', '=', packetId)
    .executeTakeFirst();
  if (!opinion) return null;
  const signed = await ctx.tx
    .selectFrom('packet.opinion_signature')
    .select('person_id')
    .where('packet_id', '=', packetId)
    .execute();
  const signatures = signed.filter(({ person_id }) => experts.includes(person_id)).length;
  return { ...opinion, signatures, complete: signatures >= MIN_SIGNATURES };
}

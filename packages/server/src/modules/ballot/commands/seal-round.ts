import { AppError } from '@zhiping/contract';
import { envelopeHash, fromBase64 } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import type { RoundTarget } from '../target.ts';

/**
 * Ends voting: nothing is taken from here on, and the hashes of all envelopes are recorded and shown, sorted, before
 * anybody can open one. The chair's share travels sealed to the supervisor.
 */
export async function sealRound(ctx: Ctx, round: RoundTarget, handedShare: string) {
  const share = fromBase64(handedShare);
  if (share === null) throw new AppError('INVALID');
  return ctx.asPlatform(async () => {
    const row = await ctx.tx
      .selectFrom('ballot_round')
      .select('id')
      .where('id', '=', round.roundId)
      .where('state', '=', 'open')
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw new AppError('STALE');
    const envelopes = await castEnvelopes(ctx, round.roundId);
    const hashes = envelopes.map(({ sealed }) => envelopeHash(sealed)).toSorted();
    await ctx.tx
      .updateTable('ballot_round')
      .set({
        state: 'sealed',
        envelope_hashes: hashes,
        handed_share: Buffer.from(share),
        sealed_at: ctx.businessNow,
      })
      .where('id', '=', round.roundId)
      .execute();
    await ctx.record({
      organiserId: round.organiserId,
      subject: { noun: 'round', id: round.roundId },
      data: { hashes, cast: hashes.length },
    });
    return { hashes, cast: hashes.length };
  });
}

/** Envelopes that hold a vote. */
export function castEnvelopes(ctx: Ctx, roundId: string) {
  return ctx.tx
    .selectFrom('packet.envelope')
    .select(['person_id', 'sealed'])
    .where('round_id', '=', roundId)
    .where('cast_', '=', true)
    .execute();
}

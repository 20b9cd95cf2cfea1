import { AppError } from '@zhiping/contract';
import { decideItem, envelopeHash, fromBase64, openRound, unwrapRoundKey } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { advance } from '../../application/index.ts';
import { type PacketCase, packetCases, setMeetingStage } from '../../meeting/index.ts';
import type { StoredResult } from '../tables.ts';
import type { RoundTarget } from '../target.ts';
import { castEnvelopes } from './seal-round.ts';

/**
 * Opens the round in this process: unwrap the key with both shares, open every envelope, split by application, sort,
 * keep counts only. Key and envelopes are destroyed in the same transaction, and each application moves on by its
 * result (第二十条: yes votes of at least two thirds of those attending).
 */
export async function countRound(
  ctx: Ctx,
  round: RoundTarget,
  shares: { readonly chairShare: string; readonly supervisorShare: string },
): Promise<{ readonly results: StoredResult[] }> {
  return ctx.asPlatform(async () => {
    const row = await ctx.tx
      .selectFrom('ballot_round')
      .selectAll()
      .where('id', '=', round.roundId)
      .where('state', '=', 'sealed')
      .forUpdate()
      .executeTakeFirst();
    if (!row?.wrapped_box || !row.wrapped_ephemeral || row.present === null) throw new AppError('STALE');
    const pair = unwrapRoundKey(
      round.roundId,
      { ephemeral: row.wrapped_ephemeral, box: row.wrapped_box },
      { chair: bytesOf(shares.chairShare), supervisor: bytesOf(shares.supervisorShare) },
    );
    if (pair === null) throw new AppError('SHARES_WRONG');

    const envelopes = await castEnvelopes(ctx, round.roundId);
    const hashes = envelopes.map(({ sealed }) => envelopeHash(sealed)).toSorted();
    if (hashes.join() !== row.envelope_hashes?.join()) throw new AppError('ENVELOPES_CHANGED');
    const cases = await packetCases(ctx, round.meetingId);
    const recusedFrom = (personId: string) =>
      cases.filter((one) => !one.expertPersonIds.includes(personId)).map(({ packetId }) => packetId);
    const voters = await ctx.tx
      .selectFrom('packet.envelope')
      .select(['person_id', 'cast_'])
      .where('round_id', '=', round.roundId)
      .execute();
    const counts = openRound(
      { roundId: round.roundId, items: round.items },
      pair,
      envelopes.map(({ person_id, sealed }) => ({ sealed, recusedFrom: recusedFrom(person_id) })),
      voters.filter(({ cast_ }) => !cast_).map(({ person_id }) => recusedFrom(person_id)),
    );
    pair.secretKey.fill(0);

    const present = row.present;
    const results = cases
      .filter(({ packetId }) => round.items.includes(packetId))
      .map(({ packetId, number }): StoredResult => {
        const count = counts.get(packetId);
        if (!count) throw new Error('an application of the round was not counted');
        return { packetId, number, ...decideItem(count, present, round.rules) };
      });
    await keepCountsOnly(ctx, round, results);
    await decideCases(ctx, cases, results);
    await setMeetingStage(ctx, round.meetingId, ['voting'], 'voted');
    await ctx.record({
      organiserId: round.organiserId,
      subject: { noun: 'round', id: round.roundId },
      data: { present, results: results.map((one) => ({ ...one })) },
    });
    return { results };
  });
}

/** From here on nothing in the database can tell what a single vote was. */
async function keepCountsOnly(ctx: Ctx, round: RoundTarget, results: readonly StoredResult[]): Promise<void> {
  await ctx.tx
    .updateTable('ballot_round')
    .set({
      state: 'counted',
      result: JSON.stringify(results),
      wrapped_box: null,
      wrapped_ephemeral: null,
      handed_share: null,
      ended_at: ctx.businessNow,
    })
    .where('id', '=', round.roundId)
    .execute();
  await destroyBox(ctx, round.roundId);
}

export async function destroyBox(ctx: Ctx, roundId: string): Promise<void> {
  await sql`select ballot_box_destroy(${roundId})`.execute(ctx.tx);
}

async function decideCases(ctx: Ctx, cases: readonly PacketCase[], results: readonly StoredResult[]): Promise<void> {
  for (const { packetId, passed } of results) {
    const found = cases.find((one) => one.packetId === packetId);
    if (found) await advance(ctx, found.applicationId, passed ? 'pass' : 'not-pass', {}, { as: 'meeting' });
  }
}

function bytesOf(text: string): Uint8Array {
  const bytes = fromBase64(text);
  if (bytes?.length !== 32) throw new AppError('SHARES_WRONG');
  return bytes;
}

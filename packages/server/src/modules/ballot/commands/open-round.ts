import { AppError } from '@zhiping/contract';
import { envelopeSize, hasQuorum, keyPairOf, leastCount, wrapRoundKey } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { randomWhole, secretBytes } from '../../../security/random.ts';
import type { RoundTarget } from '../target.ts';

/**
 * Ends check-in: attendance is frozen as N, the quorum is checked in whole numbers, and the round gets its key. The
 * private half exists in this process only while it is wrapped under both holders. Every attending expert gets an
 * envelope of random bytes, in an order of chance, so that the box looks the same whoever votes when.
 */
export async function openRound(ctx: Ctx, round: RoundTarget) {
  const { roundId, members, rules } = round;
  return ctx.asPlatform(async () => {
    const row = await ctx.tx
      .selectFrom('ballot_round')
      .select(['chair_key', 'supervisor_key'])
      .where('id', '=', roundId)
      .where('state', '=', 'check-in')
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw new AppError('STALE');
    if (row.chair_key === null || row.supervisor_key === null) throw new AppError('KEYS_MISSING');
    // Whoever signed in and lost the seat since does not count.
    const attending = await ctx.tx
      .selectFrom('attendance')
      .select('person_id')
      .where('round_id', '=', roundId)
      .where('person_id', 'in', round.expertPersonIds.length > 0 ? [...round.expertPersonIds] : [''])
      .execute();
    const present = attending.length;
    const quorum = leastCount(members, rules.quorum);
    if (!hasQuorum(present, members, rules)) throw new AppError('NO_QUORUM', { details: { present, members, quorum } });

    const secret = secretBytes(32);
    const { publicKey } = keyPairOf(secret);
    const wrapped = wrapRoundKey(roundId, secret, row.chair_key, row.supervisor_key, secretBytes(32));
    secret.fill(0);
    await sql`select ballot_box_make(${roundId})`.execute(ctx.tx);
    const size = envelopeSize({ roundId, items: round.items });
    await ctx.tx
      .insertInto('packet.envelope')
      .values(
        shuffled(attending).map(({ person_id }) => ({
          round_id: roundId,
          person_id,
          sealed: secretBytes(size),
        })),
      )
      .execute();
    await ctx.tx
      .updateTable('ballot_round')
      .set({
        state: 'open',
        present,
        round_key: Buffer.from(publicKey),
        wrapped_ephemeral: Buffer.from(wrapped.ephemeral),
        wrapped_box: Buffer.from(wrapped.box),
        opened_at: ctx.businessNow,
      })
      .where('id', '=', roundId)
      .execute();
    await ctx.record({
      organiserId: round.organiserId,
      subject: { noun: 'round', id: roundId },
      data: { present, members, quorum, roundKey: Buffer.from(publicKey).toString('hex') },
    });
    return { present, members, quorum };
  });
}

/** Fisher and Yates. */
function shuffled<T>(items: readonly T[]): T[] {
  const deck = [...items];
  for (let last = deck.length - 1; last > 0; last -= 1) {
    const other = randomWhole(0, last + 1);
    [deck[last], deck[other]] = [deck[other] as T, deck[last] as T];
  }
  return deck;
}

import { AppError } from '@zhiping/contract';
import { envelopeSize, fromBase64 } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import type { RoundTarget } from '../target.ts';

/**
 * Puts a sealed vote into the caller's envelope, replacing what was in it. Only whoever attends has an envelope, and
 * only while the round is open; the database function checks both under lock.
 */
export async function castVote(ctx: Ctx, round: RoundTarget, personId: string, sealed: string): Promise<void> {
  const bytes = fromBase64(sealed);
  if (bytes?.length !== envelopeSize({ roundId: round.roundId, items: round.items })) {
    throw new AppError('ENVELOPE_WRONG');
  }
  const envelope = await ctx.tx
    .selectFrom('packet.envelope')
    .select('round_id')
    .where('round_id', '=', round.roundId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (!envelope) throw new AppError('NOT_ATTENDING');
  const { rows } = await sql<{
    done: boolean;
  }>`select ballot_cast(${round.roundId}, ${Buffer.from(bytes)}) as done`.execute(ctx.tx);
  if (rows[0]?.done !== true) throw new AppError('ROUND_NOT_OPEN');
}

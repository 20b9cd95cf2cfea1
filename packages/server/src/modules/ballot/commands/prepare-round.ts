import { AppError } from '@zhiping/contract';
import { fromBase64 } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import type { RoundTarget } from '../target.ts';

/**
 * A holder leaves the public half of a key made in the own browser; the secret half is never sent. Chair and
 * supervisor are two people, and a key once left is not exchanged.
 */
export async function holdKey(ctx: Ctx, round: RoundTarget, holder: 'chair' | 'supervisor', publicKey: string) {
  const isChair = ctx.actor.personId === round.chairPersonId;
  if (isChair !== (holder === 'chair')) throw new AppError('NOT_FOUND');
  const bytes = fromBase64(publicKey);
  if (bytes?.length !== 32) throw new AppError('INVALID');
  const column = holder === 'chair' ? 'chair_key' : 'supervisor_key';
  const { numUpdatedRows } = await ctx.tx
    .updateTable('ballot_round')
    .set({ [column]: Buffer.from(bytes) })
    .where('id', '=', round.roundId)
    .where('state', '=', 'check-in')
    .where(column, 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new AppError('KEY_HELD');
  return ctx.record({
    organiserId: round.organiserId,
    subject: { noun: 'round', id: round.roundId },
    data: { holder, publicKey },
  });
}

/** An expert is there. Nobody signs in for another, and nobody after check-in is closed (第二十条). */
export async function checkIn(ctx: Ctx, round: RoundTarget, personId: string) {
  const { roundId, organiserId } = round;
  // Locked shared, so that closing check-in and signing in cannot both believe they were first.
  const open = await ctx.tx
    .selectFrom('ballot_round')
    .select('id')
    .where('id', '=', roundId)
    .where('state', '=', 'check-in')
    .forShare()
    .executeTakeFirst();
  if (!open) throw new AppError('STALE');
  await ctx.tx
    .insertInto('attendance')
    .values({ round_id: roundId, organiser_id: organiserId, person_id: personId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return ctx.record({ organiserId, subject: { noun: 'round', id: roundId }, data: { attending: personId } });
}

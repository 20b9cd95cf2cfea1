import { AppError } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import type { RoundTarget } from '../target.ts';
import { destroyBox } from './count-round.ts';

/** The chair says why the round should not stand. Nothing changes until the supervisor agrees. */
export async function proposeVoid(ctx: Ctx, round: RoundTarget, reason: string) {
  await ctx.tx
    .updateTable('ballot_round')
    .set({ void_reason: reason })
    .where('id', '=', round.roundId)
    .where('state', '=', round.stage)
    .execute();
  return ctx.record({
    organiserId: round.organiserId,
    subject: { noun: 'round', id: round.roundId },
    data: { reason },
  });
}

/** Recovery is always the same: two people void the round, on record, and it runs again. Envelopes and key go. */
export async function confirmVoid(ctx: Ctx, round: RoundTarget) {
  if (ctx.actor.personId === round.chairPersonId) throw new AppError('NOT_FOUND');
  return ctx.asPlatform(async () => {
    const { numUpdatedRows } = await ctx.tx
      .updateTable('ballot_round')
      .set({
        state: 'void',
        wrapped_box: null,
        wrapped_ephemeral: null,
        handed_share: null,
        ended_at: ctx.businessNow,
      })
      .where('id', '=', round.roundId)
      .where('state', 'not in', ['counted', 'void'])
      .where('void_reason', 'is not', null)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new AppError('VOID_NOT_PROPOSED');
    await destroyBox(ctx, round.roundId);
    return ctx.record({
      organiserId: round.organiserId,
      subject: { noun: 'round', id: round.roundId },
      data: { number: round.number },
    });
  });
}

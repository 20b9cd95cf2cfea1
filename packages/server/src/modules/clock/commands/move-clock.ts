import { AppError } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import type { Instant } from '../../../time/clocks.ts';

/** Moves an organiser's business time forward to `to`; deadlines passed on the way are swept before the answer. */
export async function moveClock(ctx: Ctx, organiserId: string, to: Instant): Promise<void> {
  if (ctx.installation.settings.mode !== 'demonstration') throw new AppError('NOT_FOUND');
  await ctx.asPlatform(async () => {
    const { clock_offset_ms: offset } = await ctx.tx
      .selectFrom('organiser')
      .select('clock_offset_ms')
      .where('id', '=', organiserId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const wanted = Date.parse(to) - Date.parse(ctx.systemNow);
    if (wanted <= Number(offset)) throw new AppError('CLOCK_BACKWARDS');
    await ctx.tx
      .updateTable('organiser')
      .set({ clock_offset_ms: BigInt(wanted) })
      .where('id', '=', organiserId)
      .execute();
  });
  await ctx.record({
    organiserId,
    subject: { noun: 'clock', id: organiserId },
    data: { from: ctx.businessNowOf(organiserId), to },
  });
  // The answer waits for the sweep: the next page already shows what the moved time brought.
  ctx.afterCommit(() => ctx.installation.wake('deadlines'));
}

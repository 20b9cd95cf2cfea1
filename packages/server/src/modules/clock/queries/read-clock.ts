import type { ClockState } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';

export async function readClock(ctx: Ctx): Promise<ClockState> {
  const organisers = await ctx.tx.selectFrom('organiser').select(['id', 'name']).orderBy('id').execute();
  return {
    businessNow: ctx.businessNow,
    demonstration: ctx.installation.settings.mode === 'demonstration',
    organisers: organisers.map(({ id, name }) => ({ organiserId: id, name, businessNow: ctx.businessNowOf(id) })),
  };
}

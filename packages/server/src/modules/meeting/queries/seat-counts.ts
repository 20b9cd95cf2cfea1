import type { Ctx } from '../../../context.ts';
import type { SeatState } from '../tables.ts';

/** How many seats of a meeting are in each state. */
export async function seatCounts(ctx: Ctx, meetingId: string): Promise<Readonly<Record<SeatState, number>>> {
  const rows = await ctx.tx
    .selectFrom('seat')
    .select(['state', (eb) => eb.fn.countAll<bigint>().as('n')])
    .where('meeting_id', '=', meetingId)
    .groupBy('state')
    .execute();
  const count = (state: SeatState) => Number(rows.find((row) => row.state === state)?.n ?? 0);
  return {
    reserve: count('reserve'),
    invited: count('invited'),
    accepted: count('accepted'),
    declined: count('declined'),
    recused: count('recused'),
  };
}

import type { Ctx } from '../../../context.ts';

/** What waits for the verification of one unit waits for its successor instead. Runs as the platform. */
export async function moveWaitingRows(ctx: Ctx, fromUnit: string, toUnit: string): Promise<void> {
  const moved = await ctx.tx
    .updateTable('archive_row')
    .set({ unit_id: toUnit })
    .where('unit_id', '=', fromUnit)
    .where('state', '=', 'waiting')
    .returning('id')
    .execute();
  const rows = moved.map(({ id }) => id);
  if (rows.length === 0) return;
  await ctx.tx.updateTable('archive_evidence').set({ unit_id: toUnit }).where('row_id', 'in', rows).execute();
}

/** What waits for the verification of a unit that is no more becomes a draft again. Runs as the platform. */
export async function releaseRowsOfUnit(ctx: Ctx, unitId: string): Promise<void> {
  await ctx.tx
    .updateTable('archive_row')
    .set((eb) => ({ state: 'draft', submitted_at: null, version: eb('version', '+', 1), updated_at: ctx.businessNow }))
    .where('unit_id', '=', unitId)
    .where('state', '=', 'waiting')
    .execute();
}

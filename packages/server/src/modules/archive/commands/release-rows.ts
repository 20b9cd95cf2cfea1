import type { Ctx } from '../../../context.ts';

/** What waits for the verification of a unit the person has left becomes a draft again, to be handed to the next one. */
export async function releaseRows(ctx: Ctx, personId: string): Promise<void> {
  await ctx.tx
    .updateTable('archive_row')
    .set((eb) => ({ state: 'draft', submitted_at: null, version: eb('version', '+', 1), updated_at: ctx.businessNow }))
    .where('person_id', '=', personId)
    .where('state', '=', 'waiting')
    .execute();
}

import { AppError } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import type { ApplicationRow } from '../../application/index.ts';

/** The applicant takes an invitation or a letter back; a link stops working at once. */
export async function cancel(ctx: Ctx, row: ApplicationRow, endorsementId: string): Promise<void> {
  const { numUpdatedRows: changed } = await ctx.tx
    .updateTable('endorsement')
    .set({ state: 'cancelled', token_hash: null })
    .where('id', '=', endorsementId)
    .where('application_id', '=', row.id)
    .where('state', 'in', ['invited', 'filled', 'returned'])
    .executeTakeFirst();
  if (changed !== 1n) throw new AppError('NOT_FOUND');
  await ctx.record({
    organiserId: row.organiser_id,
    subject: { noun: 'endorsement', id: endorsementId },
    data: { applicationId: row.id },
  });
}

/** The office accepts a letter or returns it with the reason; a returned one does not count. */
export async function check(
  ctx: Ctx,
  row: ApplicationRow,
  endorsementId: string,
  { accepted, reason }: { readonly accepted: boolean; readonly reason: string },
): Promise<void> {
  const { numUpdatedRows: changed } = await ctx.tx
    .updateTable('endorsement')
    .set({
      state: accepted ? 'filled' : 'returned',
      checked_at: ctx.businessNowOf(row.organiser_id),
      checked_by: ctx.actor.personId,
      check_reason: reason,
    })
    .where('id', '=', endorsementId)
    .where('application_id', '=', row.id)
    .where('state', 'in', ['filled', 'returned'])
    .executeTakeFirst();
  if (changed !== 1n) throw new AppError('NOT_FOUND');
  await ctx.record({
    organiserId: row.organiser_id,
    subject: { noun: 'endorsement', id: endorsementId },
    data: { applicationId: row.id, accepted },
    personal: { of: row.person_id, values: { reason } },
  });
}

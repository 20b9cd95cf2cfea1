import { AppError } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import type { EntryTarget } from '../target.ts';
import { settleFee } from './settle-fee.ts';

/** A person says whose fee an entry is. The amount must be equal, and the fee still due. */
export async function matchEntry(
  ctx: Ctx,
  { entry }: EntryTarget,
  asked: { readonly number: string; readonly note: string },
): Promise<void> {
  if (entry.state !== 'open') throw new AppError('ENTRY_SETTLED');
  const found = await ctx.tx
    .selectFrom('application')
    .select('id')
    .where('number', '=', asked.number)
    .where('plan_id', '=', entry.plan_id)
    .executeTakeFirst();
  if (!found) throw new AppError('NOT_FOUND');
  await settleFee(ctx, found.id, {
    way: 'statement',
    paidOn: entry.booked_on,
    amountFen: entry.amount_fen,
    payer: entry.payer,
    note: asked.note,
  });
  await ctx.tx
    .updateTable('bank_entry')
    .set({
      state: 'matched',
      matched_by: 'person',
      application_id: found.id,
      note: asked.note,
      settled_at: ctx.businessNowOf(entry.organiser_id),
    })
    .where('id', '=', entry.id)
    .execute();
}

/** An entry belongs to no application: it is something else, or was paid back. The note says which. */
export async function setAsideEntry(ctx: Ctx, { entry }: EntryTarget, note: string): Promise<void> {
  if (entry.state !== 'open') throw new AppError('ENTRY_SETTLED');
  await ctx.tx
    .updateTable('bank_entry')
    .set({ state: 'set-aside', note, settled_at: ctx.businessNowOf(entry.organiser_id) })
    .where('id', '=', entry.id)
    .execute();
  await ctx.record({
    organiserId: entry.organiser_id,
    subject: { noun: 'bank-entry', id: entry.id },
    data: { amountFen: entry.amount_fen, bookedOn: entry.booked_on },
  });
}

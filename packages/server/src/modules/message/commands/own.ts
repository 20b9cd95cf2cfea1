import type { MessagePreferences } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';

/** Marks one message of the reader, or all, as read; the first time counts. */
export async function markRead(ctx: Ctx, id: string | 'all'): Promise<void> {
  await ctx.tx
    .updateTable('message')
    .set({ read_at: ctx.businessNow })
    .where('person_id', '=', ctx.actor.personId)
    .where('read_at', 'is', null)
    .$if(id !== 'all', (query) => query.where('id', '=', id))
    .execute();
}

/** Keeps how the reader wants messages. */
export async function changePreferences(ctx: Ctx, wanted: MessagePreferences): Promise<MessagePreferences> {
  await ctx.tx
    .insertInto('message_preference')
    .values({ person_id: ctx.actor.personId ?? '', ...wanted })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(wanted))
    .execute();
  return wanted;
}

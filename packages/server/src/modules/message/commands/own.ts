import type { MessagePreferences } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';

/** Marks one message of the reader as read, or all (null); the first time counts. */
export async function markRead(ctx: Ctx, id: string | null): Promise<void> {
  await ctx.tx
    .updateTable('message')
    .set({ read_at: ctx.businessNow })
    .where('person_id', '=', ctx.actor.personId)
    .where('read_at', 'is', null)
    .$if(id !== null, (query) => query.where('id', '=', id ?? ''))
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

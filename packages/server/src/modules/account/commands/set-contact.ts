import type { Ctx } from '../../../context.ts';
import { blindIndex, seal, unwrapKey } from '../../../security/columns.ts';

/** Keeps a telephone or mail address that was proved to be the person's: they sign in with it from now on. */
export async function setContact(ctx: Ctx, personId: string, kind: 'phone' | 'email', value: string): Promise<void> {
  const { keys } = ctx.installation;
  const { wrapped_key } = await ctx.tx
    .selectFrom('person')
    .select('wrapped_key')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  const key = unwrapKey(keys, personId, wrapped_key);
  const sealed = seal(key, Buffer.from(value), { table: 'person', column: kind, row: personId });
  const index = blindIndex(keys, kind, value.toLowerCase());
  await ctx.tx
    .updateTable('person')
    .set(kind === 'phone' ? { phone_sealed: sealed, phone_index: index } : { email_sealed: sealed, email_index: index })
    .where('id', '=', personId)
    .execute();
}

import { AppError } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import { assertStrong } from '../../../security/password-strength.ts';
import { checkPassword, hashPassword } from '../../../security/passwords.ts';

/** Changes the caller's password and ends all their other sessions. */
export async function changePassword(
  ctx: Ctx,
  personId: string,
  session: string,
  current: string,
  next: string,
): Promise<void> {
  const account = await ctx.tx
    .selectFrom('account')
    .select(['password_hash', 'username'])
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (!(await checkPassword(current, account.password_hash))) throw new AppError('PASSWORD_WRONG');
  assertStrong(next, [account.username]);
  await ctx.tx
    .updateTable('account')
    .set({ password_hash: await hashPassword(next), changed_at: ctx.systemNow })
    .where('person_id', '=', personId)
    .execute();
  await ctx.tx
    .deleteFrom('session')
    .where('person_id', '=', personId)
    .where('token_hash', '!=', Buffer.from(session, 'hex'))
    .execute();
  await ctx.record({ organiserId: null, subject: { noun: 'account', id: personId }, data: {} });
}

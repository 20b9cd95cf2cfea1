import { AppError } from '@zhiping/contract';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import type { Ctx } from '../../../context.ts';
import { checkPassword, hashPassword } from '../../../security/passwords.ts';

/** Guesses an attacker needs at least: 10^8 (score 3 of 4). */
const MIN_SCORE = 3;
/** The commonest passwords and their parts; the estimator finds them also reversed, in capitals and with l33t. */
const COMMON = `password passw0rd 123456 12345678 123456789 1234567890 111111 000000 888888 666666 123123 abc123 qwerty
  qwertyuiop admin administrator root welcome login letmein iloveyou woaini woaini1314 1314520 5201314 asdfgh zxcvbn
  a123456 aa123456 zhiping zhicheng liaoning shenyang dalian china beijing test guest user system`.split(/\s+/);
const strength = new ZxcvbnFactory({ dictionary: { common: COMMON } });

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
  if (strength.check(next, [account.username]).score < MIN_SCORE) throw new AppError('PASSWORD_WEAK');
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

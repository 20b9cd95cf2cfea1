import { AppError, type Me } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import { hashToken } from '../../../http/session-cookie.ts';
import { checkPassword, NO_PASSWORD } from '../../../security/passwords.ts';
import { secretText } from '../../../security/random.ts';
import { after } from '../../../time/clocks.ts';
import { readMe } from '../queries/read-me.ts';

const MAX_FAILED = 5;
const LOCK_MS = 15 * 60_000;
/** A working day; idle sessions end after 30 minutes (`begin_request`). */
const SESSION_MS = 10 * 60 * 60_000;

export interface OpenedSession {
  readonly token: string;
  readonly expiresAt: string;
  readonly me: Me;
}

/**
 * Signs a person in. Five wrong passwords lock the account for 15 minutes; an unknown name takes as long and answers
 * the same as a wrong password. The refusal is returned, not thrown, so that the count of failures is kept.
 */
export function openSession(ctx: Ctx, username: string, password: string): Promise<OpenedSession | AppError> {
  // Nobody is signed in yet, so row level security would hide every account.
  return ctx.asPlatform(async () => {
    const account = await ctx.tx
      .selectFrom('account')
      .select(['person_id', 'password_hash', 'failed_attempts', 'locked_until'])
      .where((eb) => eb(eb.fn('lower', ['username']), '=', username.toLowerCase()))
      .forUpdate()
      .executeTakeFirst();
    if (account?.locked_until && account.locked_until > ctx.systemNow) return new AppError('ACCOUNT_LOCKED');
    const right = await checkPassword(password, account?.password_hash ?? NO_PASSWORD);
    if (!account) return new AppError('LOGIN_FAILED');
    if (!right) return countFailure(ctx, account.person_id, account.failed_attempts + 1);
    await ctx.tx
      .updateTable('account')
      .set({ failed_attempts: 0, locked_until: null })
      .where('person_id', '=', account.person_id)
      .execute();
    const token = secretText();
    const expiresAt = after(ctx.systemNow, SESSION_MS);
    await ctx.tx
      .insertInto('session')
      .values({
        token_hash: Buffer.from(hashToken(token), 'hex'),
        person_id: account.person_id,
        created_at: ctx.systemNow,
        last_seen_at: ctx.systemNow,
        expires_at: expiresAt,
      })
      .execute();
    return { token, expiresAt, me: await readMe(ctx, account.person_id, expiresAt) };
  });
}

async function countFailure(ctx: Ctx, personId: string, failed: number): Promise<AppError> {
  const locked = failed >= MAX_FAILED;
  await ctx.tx
    .updateTable('account')
    .set({ failed_attempts: locked ? 0 : failed, locked_until: locked ? after(ctx.systemNow, LOCK_MS) : null })
    .where('person_id', '=', personId)
    .execute();
  return new AppError(locked ? 'ACCOUNT_LOCKED' : 'LOGIN_FAILED');
}

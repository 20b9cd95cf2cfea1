import { AppError, type Me } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import { hashToken } from '../../../http/session-cookie.ts';
import { blindIndex } from '../../../security/columns.ts';
import { checkPassword, NO_PASSWORD } from '../../../security/passwords.ts';
import { secretText } from '../../../security/random.ts';
import { after } from '../../../time/clocks.ts';
import { readMe } from '../queries/read-me.ts';

const MAX_FAILED = 5;
const LOCK_MS = 15 * 60_000;
/** A working day; idle sessions end after 30 minutes (`begin_request`). */
const SESSION_MS = 10 * 60 * 60_000;
/** Several unchecked accounts may name one telephone; the password tells them apart. */
const MAX_ALIKE = 5;

export interface OpenedSession {
  readonly token: string;
  readonly expiresAt: string;
  readonly me: Me;
}

interface Candidate {
  readonly person_id: string;
  readonly password_hash: string;
  readonly failed_attempts: number;
  readonly locked_until: string | null;
}

/**
 * Signs a person in by user name, telephone or e-mail address. Five wrong passwords lock the account for 15 minutes; an
 * unknown name takes as long and answers the same as a wrong password. The refusal is returned, not thrown, so that the
 * count of failures is kept.
 */
export function signIn(ctx: Ctx, name: string, password: string): Promise<OpenedSession | AppError> {
  // Nobody is signed in yet, so row level security would hide every account.
  return ctx.asPlatform(async () => {
    const found = await candidates(ctx, name.trim());
    const open = found.filter(({ locked_until: until }) => until === null || until <= ctx.systemNow);
    if (found.length > 0 && open.length === 0) return new AppError('ACCOUNT_LOCKED');
    const hashes = open.map((account) => account.password_hash);
    // As many checks for a telephone of one account as of two, or the time would tell that there is another.
    while (hashes.length < (isContact(name) ? 2 : 1)) hashes.push(NO_PASSWORD);
    const right = await Promise.all(hashes.map((hash) => checkPassword(password, hash)));
    const account = open.find((_, at) => right[at]);
    if (account) return openSession(ctx, account.person_id);
    let locked = false;
    for (const one of open) locked = (await countFailure(ctx, one)) || locked;
    return new AppError(locked && open.length === 1 ? 'ACCOUNT_LOCKED' : 'LOGIN_FAILED');
  });
}

/** Opens a session for a person whose right to it was proved. Runs as the platform. */
export async function openSession(ctx: Ctx, personId: string): Promise<OpenedSession> {
  await ctx.tx
    .updateTable('account')
    .set({ failed_attempts: 0, locked_until: null })
    .where('person_id', '=', personId)
    .execute();
  const token = secretText();
  const expiresAt = after(ctx.systemNow, SESSION_MS);
  await ctx.tx
    .insertInto('session')
    .values({
      token_hash: Buffer.from(hashToken(token), 'hex'),
      person_id: personId,
      created_at: ctx.systemNow,
      last_seen_at: ctx.systemNow,
      expires_at: expiresAt,
    })
    .execute();
  return { token, expiresAt, me: await readMe(ctx, personId, expiresAt) };
}

const isPhone = (name: string): boolean => /^1\d{10}$/.test(name);
const isContact = (name: string): boolean => isPhone(name) || name.includes('@');

function candidates(ctx: Ctx, name: string): Promise<Candidate[]> {
  const { keys } = ctx.installation;
  const columns = ['account.person_id', 'password_hash', 'failed_attempts', 'locked_until'] as const;
  const accounts = ctx.tx.selectFrom('account').select(columns).orderBy('account.person_id').limit(MAX_ALIKE);
  if (!isContact(name)) {
    return accounts
      .where((eb) => eb(eb.fn('lower', ['username']), '=', name.toLowerCase()))
      .forUpdate()
      .execute();
  }
  const [column, kind] = isPhone(name) ? (['phone_index', 'phone'] as const) : (['email_index', 'email'] as const);
  return accounts
    .innerJoin('person', 'person.id', 'account.person_id')
    .where(column, '=', blindIndex(keys, kind, name.toLowerCase()))
    .forUpdate('account')
    .execute();
}

/** Counts a wrong password; true where the account is locked by it. */
async function countFailure(ctx: Ctx, account: Candidate): Promise<boolean> {
  const failed = account.failed_attempts + 1;
  const locked = failed >= MAX_FAILED;
  await ctx.tx
    .updateTable('account')
    .set({ failed_attempts: locked ? 0 : failed, locked_until: locked ? after(ctx.systemNow, LOCK_MS) : null })
    .where('person_id', '=', account.person_id)
    .execute();
  return locked;
}

import { AppError, type Me, type SignInOutcome, type SignInWay } from '@zhiping/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { hashToken } from '../../../http/session-cookie.ts';
import { blindIndex } from '../../../security/columns.ts';
import { checkPassword, NO_PASSWORD } from '../../../security/passwords.ts';
import { secretText } from '../../../security/random.ts';
import { after } from '../../../time/clocks.ts';
import { readMe } from '../queries/read-me.ts';
import { needsSecondFactor } from '../security-settings.ts';
import { factorOf, takeCode } from './second-factor.ts';

const MAX_FAILED = 5;
const LOCK_MS = 15 * 60_000;
/** A working day; idle sessions end after 30 minutes (`begin_request`). */
const SESSION_MS = 10 * 60 * 60_000;
/** Between password and code. */
const CHALLENGE_MS = 5 * 60_000;
/** Several unchecked accounts may name one telephone; the password tells them apart. */
const MAX_ALIKE = 5;
/** Refused tries from one address in a quarter of an hour, whatever the account; an office of hundreds may share one. */
const MAX_REFUSED = 100;

/** Where a try to sign in comes from, kept for the person and the security administrator. */
export interface From {
  readonly address: string;
  readonly agent: string;
}
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
  readonly merged_into: string | null;
}

/**
 * Signs a person in by user name, telephone or e-mail address. Refusals are returned, not thrown, so that counts and the log
 * are kept: those of `provePassword`, and `SECOND_FACTOR_NEEDED` with the challenge.
 */
export async function signIn(ctx: Ctx, name: string, password: string, from: From): Promise<OpenedSession | AppError> {
  const personId = await provePassword(ctx, name, password, from);
  return personId instanceof AppError ? personId : ctx.asPlatform(() => enter(ctx, personId, 'password', from));
}

/**
 * Whose name and password these are; answers the person's id. Five wrong passwords lock the account for 15 minutes; an unknown
 * name takes as long and answers the same as a wrong password. Refusals are returned, not thrown, so that counts and the log
 * are kept: `LOGIN_FAILED`, `ACCOUNT_LOCKED`, `TOO_MANY`; with the right password of a joined account `ACCOUNT_MERGED`.
 */
export function provePassword(ctx: Ctx, name: string, password: string, from: From): Promise<string | AppError> {
  // Nobody is signed in yet, or as another: row level security would hide the account.
  return ctx.asPlatform(async () => {
    if (await tooManyRefused(ctx, from.address)) return new AppError('TOO_MANY');
    const found = await candidates(ctx, name.trim());
    const open = found.filter(({ locked_until: until }) => until === null || until <= ctx.systemNow);
    const hashes = open.map((account) => account.password_hash);
    // As many checks for a telephone of one account as of two, or the time would tell that there is another.
    while (hashes.length < (isContact(name) ? 2 : 1)) hashes.push(NO_PASSWORD);
    const right = await Promise.all(hashes.map((hash) => checkPassword(password, hash)));
    const account = open.find((_, at) => right[at]);
    if (account?.merged_into) {
      await keep(ctx, account.person_id, 'merged', 'password', from);
      return new AppError('ACCOUNT_MERGED');
    }
    if (account) return account.person_id;
    if (found.length === 0) await keep(ctx, null, 'unknown', 'password', from);
    let locked = found.length > 0 && open.length === 0;
    for (const one of found) {
      const outcome = open.includes(one) ? 'wrong-password' : 'locked';
      await keep(ctx, one.person_id, outcome, 'password', from);
    }
    for (const one of open) locked = (await countFailure(ctx, one)) || (locked && open.length === 0);
    return new AppError(locked && found.length === 1 ? 'ACCOUNT_LOCKED' : 'LOGIN_FAILED');
  });
}

/**
 * Lets in whom the first factor proved: at once, or after the code where the second factor is on. Runs as the platform.
 * Answers `SECOND_FACTOR_NEEDED` with a challenge for `answerChallenge`.
 */
export async function enter(ctx: Ctx, personId: string, way: SignInWay, from: From): Promise<OpenedSession | AppError> {
  const factor = await factorOf(ctx, personId);
  if (!factor?.confirmed_at) return openSession(ctx, personId, way, from);
  const challenge = secretText();
  await ctx.tx.deleteFrom('sign_in_challenge').where('person_id', '=', personId).execute();
  await ctx.tx
    .insertInto('sign_in_challenge')
    .values({
      token_hash: Buffer.from(hashToken(challenge), 'hex'),
      person_id: personId,
      way,
      created_at: ctx.systemNow,
      expires_at: after(ctx.systemNow, CHALLENGE_MS),
    })
    .execute();
  await keep(ctx, personId, 'code-asked', way, from);
  return new AppError('SECOND_FACTOR_NEEDED', { details: { challenge } });
}

/** The second step: a code or a recovery code. Five wrong ones lock the account. Refusals are returned: `CODE_WRONG`, `CHALLENGE_OVER`, `ACCOUNT_LOCKED`. */
export function answerChallenge(
  ctx: Ctx,
  challenge: string,
  code: string,
  from: From,
): Promise<OpenedSession | AppError> {
  return ctx.asPlatform(async () => {
    const hash = Buffer.from(hashToken(challenge), 'hex');
    const asked = await ctx.tx
      .selectFrom('sign_in_challenge')
      .select(['person_id', 'way', 'expires_at'])
      .where('token_hash', '=', hash)
      .forUpdate()
      .executeTakeFirst();
    if (!asked || asked.expires_at <= ctx.systemNow) return new AppError('CHALLENGE_OVER');
    const { person_id: personId, way } = asked;
    const refused = await proveCode(ctx, personId, code, way, from);
    if (refused) return refused;
    await ctx.tx.deleteFrom('sign_in_challenge').where('token_hash', '=', hash).execute();
    return openSession(ctx, personId, way, from);
  });
}

/** Takes a code or a recovery code of a person; null where it is right. Five wrong ones lock the account. Runs as the platform. */
export async function proveCode(
  ctx: Ctx,
  personId: string,
  code: string,
  way: SignInWay,
  from: From,
): Promise<AppError | null> {
  if (await takeCode(ctx, personId, code)) return null;
  await keep(ctx, personId, 'wrong-code', way, from);
  const { failed_attempts: failed } = await ctx.tx
    .updateTable('second_factor')
    .set((eb) => ({ failed_attempts: eb('failed_attempts', '+', 1) }))
    .where('person_id', '=', personId)
    .returning('failed_attempts')
    .executeTakeFirstOrThrow();
  if (failed < MAX_FAILED) return new AppError('CODE_WRONG');
  await ctx.tx.updateTable('second_factor').set({ failed_attempts: 0 }).where('person_id', '=', personId).execute();
  await ctx.tx.deleteFrom('sign_in_challenge').where('person_id', '=', personId).execute();
  await lock(ctx, personId);
  return new AppError('ACCOUNT_LOCKED');
}

/**
 * Opens a session for a person who proved everything that is asked. Runs as the platform. Throws `ACCOUNT_MERGED` where the
 * account was joined into another one meanwhile.
 */
export async function openSession(ctx: Ctx, personId: string, way: SignInWay, from: From): Promise<OpenedSession> {
  const { merged_into: merged } = await ctx.tx
    .updateTable('account')
    .set({ failed_attempts: 0, locked_until: null })
    .where('person_id', '=', personId)
    .returning('merged_into')
    .executeTakeFirstOrThrow();
  if (merged !== null) throw new AppError('ACCOUNT_MERGED');
  const factor = await factorOf(ctx, personId);
  const limited = !factor?.confirmed_at && (await needsSecondFactor(ctx, personId));
  const token = secretText();
  const expiresAt = after(ctx.systemNow, SESSION_MS);
  await ctx.tx
    .insertInto('session')
    .values({
      token_hash: Buffer.from(hashToken(token), 'hex'),
      id: ctx.newId(),
      person_id: personId,
      created_at: ctx.systemNow,
      last_seen_at: ctx.systemNow,
      expires_at: expiresAt,
      ...from,
      limited,
    })
    .execute();
  await keep(ctx, personId, 'opened', way, from);
  return { token, expiresAt, me: await readMe(ctx, personId, expiresAt, limited) };
}

async function keep(
  ctx: Ctx,
  personId: string | null,
  outcome: SignInOutcome,
  way: SignInWay,
  from: From,
): Promise<void> {
  await ctx.tx
    .insertInto('sign_in')
    .values({ id: ctx.newId(), person_id: personId, at: ctx.systemNow, outcome, way, ...from })
    .execute();
}

async function tooManyRefused(ctx: Ctx, address: string): Promise<boolean> {
  const { rows } = await sql<{ n: bigint }>`select count(*) as n from sign_in where address = ${address}
    and at > ${after(ctx.systemNow, -LOCK_MS)} and outcome in ('wrong-password', 'wrong-code', 'unknown')`.execute(
    ctx.tx,
  );
  return (rows[0]?.n ?? 0n) >= BigInt(MAX_REFUSED);
}

const isPhone = (name: string): boolean => /^1\d{10}$/.test(name);
const isContact = (name: string): boolean => isPhone(name) || name.includes('@');

function candidates(ctx: Ctx, name: string): Promise<Candidate[]> {
  const { keys } = ctx.installation;
  const columns = ['account.person_id', 'password_hash', 'failed_attempts', 'locked_until', 'merged_into'] as const;
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
  if (failed >= MAX_FAILED) {
    await lock(ctx, account.person_id);
    return true;
  }
  await ctx.tx
    .updateTable('account')
    .set({ failed_attempts: failed, locked_until: null })
    .where('person_id', '=', account.person_id)
    .execute();
  return false;
}

async function lock(ctx: Ctx, personId: string): Promise<void> {
  await ctx.tx
    .updateTable('account')
    .set({ failed_attempts: 0, locked_until: after(ctx.systemNow, LOCK_MS) })
    .where('person_id', '=', personId)
    .execute();
}

import { AppError } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import { blindIndex, open, seal, unwrapKey } from '../../../security/columns.ts';
import { checkPassword } from '../../../security/passwords.ts';
import { secretBytes } from '../../../security/random.ts';
import { TOTP_SECRET_BYTES, totpStep, totpUri } from '../../../security/totp.ts';
import { needsSecondFactor } from '../security-settings.ts';

const RECOVERY_CODES = 10;
/** Letters and digits nobody confuses; 32 of them, five bits each. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Begins to set up the second factor: a new key for the person's authenticator. Nothing is asked for until it is confirmed. */
export async function beginSecondFactor(
  ctx: Ctx,
  personId: string,
  password: string,
): Promise<{ secret: string; uri: string }> {
  const account = await assertPassword(ctx, personId, password);
  const factor = await factorOf(ctx, personId);
  if (factor?.confirmed_at) throw new AppError('SECOND_FACTOR_ON');
  const secret = secretBytes(TOTP_SECRET_BYTES);
  const sealed = seal(await keyOf(ctx, personId), secret, placeOf(personId));
  const row = {
    secret_sealed: sealed,
    confirmed_at: null,
    last_step: 0n,
    failed_attempts: 0,
    created_at: ctx.systemNow,
  };
  await ctx.tx
    .insertInto('second_factor')
    .values({ person_id: personId, ...row })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
    .execute();
  await note(ctx, personId, 'begun');
  return totpUri(secret, account.username);
}

/** Switches the second factor on with its first code. Answers the recovery codes, shown this once. */
export async function confirmSecondFactor(
  ctx: Ctx,
  personId: string,
  code: string,
  sessionHash: string,
): Promise<{ recoveryCodes: string[] }> {
  const factor = await factorOf(ctx, personId);
  if (!factor) throw new AppError('SECOND_FACTOR_OFF');
  if (factor.confirmed_at) throw new AppError('SECOND_FACTOR_ON');
  if (!(await takeCode(ctx, personId, code))) throw new AppError('CODE_WRONG');
  await ctx.tx
    .updateTable('second_factor')
    .set({ confirmed_at: ctx.systemNow })
    .where('person_id', '=', personId)
    .execute();
  // This session has shown both factors; others were opened with the password alone.
  const here = Buffer.from(sessionHash, 'hex');
  await ctx.tx.updateTable('session').set({ limited: false }).where('token_hash', '=', here).execute();
  await ctx.tx.deleteFrom('session').where('person_id', '=', personId).where('token_hash', '!=', here).execute();
  await note(ctx, personId, 'on');
  return { recoveryCodes: await newRecoveryCodes(ctx, personId) };
}

export async function renewRecoveryCodes(
  ctx: Ctx,
  personId: string,
  { password, code }: { readonly password: string; readonly code: string },
): Promise<{ recoveryCodes: string[] }> {
  await assertPassword(ctx, personId, password);
  await assertCode(ctx, personId, code);
  await note(ctx, personId, 'recovery-codes');
  return { recoveryCodes: await newRecoveryCodes(ctx, personId) };
}

/** Switches the second factor off. Throws `SECOND_FACTOR_REQUIRED` where the person's relations must have it. */
export async function endSecondFactor(
  ctx: Ctx,
  personId: string,
  { password, code }: { readonly password: string; readonly code: string },
): Promise<void> {
  await assertPassword(ctx, personId, password);
  await assertCode(ctx, personId, code);
  if (await ctx.asPlatform(() => needsSecondFactor(ctx, personId))) throw new AppError('SECOND_FACTOR_REQUIRED');
  await forgetSecondFactor(ctx, personId);
  await note(ctx, personId, 'off');
}

/** Forgets key and recovery codes: the person sets them up anew. */
export async function forgetSecondFactor(ctx: Ctx, personId: string): Promise<void> {
  await ctx.tx.deleteFrom('recovery_code').where('person_id', '=', personId).execute();
  await ctx.tx.deleteFrom('second_factor').where('person_id', '=', personId).execute();
}

/** True where the code is the authenticator's of now, not taken before, or an unused recovery code; either then counts no more. */
export async function takeCode(ctx: Ctx, personId: string, code: string): Promise<boolean> {
  const factor = await factorOf(ctx, personId);
  if (!factor) return false;
  const secret = open(await keyOf(ctx, personId), factor.secret_sealed, placeOf(personId));
  const step = totpStep(secret, code, Date.parse(ctx.systemNow), factor.last_step);
  if (step !== null) {
    await ctx.tx
      .updateTable('second_factor')
      .set({ last_step: step, failed_attempts: 0 })
      .where('person_id', '=', personId)
      .execute();
    return true;
  }
  const { numUpdatedRows } = await ctx.tx
    .updateTable('recovery_code')
    .set({ used_at: ctx.systemNow })
    .where('person_id', '=', personId)
    .where('code_hash', '=', hashOf(ctx, personId, code))
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export function factorOf(ctx: Ctx, personId: string) {
  return ctx.tx
    .selectFrom('second_factor')
    .selectAll()
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst();
}

async function assertCode(ctx: Ctx, personId: string, code: string): Promise<void> {
  const factor = await factorOf(ctx, personId);
  if (!factor?.confirmed_at) throw new AppError('SECOND_FACTOR_OFF');
  if (!(await takeCode(ctx, personId, code))) throw new AppError('CODE_WRONG');
}

/** Asks for the password again before something that an open session alone must not do. Throws `PASSWORD_WRONG`. */
export async function assertPassword(ctx: Ctx, personId: string, password: string): Promise<{ username: string }> {
  const account = await ctx.tx
    .selectFrom('account')
    .select(['username', 'password_hash'])
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  if (!(await checkPassword(password, account.password_hash))) throw new AppError('PASSWORD_WRONG');
  return account;
}

async function newRecoveryCodes(ctx: Ctx, personId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => {
    const letters = Array.from(secretBytes(10), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
    return `${letters.slice(0, 5)}-${letters.slice(5)}`;
  });
  await ctx.tx.deleteFrom('recovery_code').where('person_id', '=', personId).execute();
  await ctx.tx
    .insertInto('recovery_code')
    .values(codes.map((code) => ({ person_id: personId, code_hash: hashOf(ctx, personId, code), used_at: null })))
    .execute();
  return codes;
}

function hashOf(ctx: Ctx, personId: string, code: string): Buffer {
  return blindIndex(ctx.installation.keys, 'recovery-code', `${personId} ${code.trim().toLowerCase()}`);
}

async function keyOf(ctx: Ctx, personId: string): Promise<Buffer> {
  const person = await ctx.tx
    .selectFrom('person')
    .select('wrapped_key')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  return unwrapKey(ctx.installation.keys, personId, person.wrapped_key);
}

function placeOf(personId: string) {
  return { table: 'second_factor', column: 'secret', row: personId };
}

async function note(ctx: Ctx, personId: string, secondFactor: string): Promise<void> {
  await ctx.record({ organiserId: null, subject: { noun: 'account', id: personId }, data: { secondFactor } });
}

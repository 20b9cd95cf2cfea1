import { AppError } from '@zhiping/contract';
import { isIdNumber } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { blindIndex } from '../../../security/columns.ts';
import { assertStrong } from '../../../security/password-strength.ts';
import { hashPassword } from '../../../security/passwords.ts';
import { randomWhole } from '../../../security/random.ts';
import { consentOfNewcomer } from '../../privacy/index.ts';
import { createPerson } from './create-person.ts';

export interface Registration {
  readonly name: string;
  readonly idNumber: string;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly password: string;
  /** Version of the privacy notice agreed to, and the separate consent for sensitive data. */
  readonly notice?: number | undefined;
  readonly sensitive?: boolean | undefined;
}
/** Accounts that may state one number or contact before anybody checks them: a mistyped first try must not bar the second. */
const MAX_ALIKE = 5;

/**
 * Registers whoever asks, with a number nobody has checked yet. Whether somebody has an account already is not told: a number,
 * telephone or address in use is taken a second time, and found out when a unit compares the document (`confirmIdentity`).
 * Answers the person's id. Runs as the platform.
 * @throws AppError `ID_NUMBER_INVALID`, `PASSWORD_WEAK`, `REGISTRATION_LIMIT`, `CONSENT_NEEDED`
 */
export async function registerPerson(ctx: Ctx, given: Registration): Promise<string> {
  const { name, idNumber, phone, email, password } = given;
  if (!isIdNumber(idNumber))
    throw new AppError('ID_NUMBER_INVALID', { fields: [{ path: 'idNumber', message: '请核对' }] });
  assertStrong(password, [name, idNumber, idNumber.slice(6, 14), phone ?? '', email ?? '']);
  await assertNotTooMany(ctx, given);
  const personId = await createPerson(ctx, {
    name,
    idNumber,
    identity: 'stated',
    ...(phone === undefined ? {} : { phone }),
    ...(email === undefined ? {} : { email }),
    account: { username: await freeUsername(ctx), passwordHash: await hashPassword(password) },
  });
  await consentOfNewcomer(ctx, personId, given);
  return personId;
}

async function assertNotTooMany(ctx: Ctx, { idNumber, phone, email }: Registration): Promise<void> {
  const { keys } = ctx.installation;
  const { rows } = await sql<{ n: bigint }>`select count(*) as n from person where identity = 'stated' and (
    id_number_stated = ${blindIndex(keys, 'id_number', idNumber)}
    or phone_index = ${phone === undefined ? null : blindIndex(keys, 'phone', phone)}
    or email_index = ${email === undefined ? null : blindIndex(keys, 'email', email.toLowerCase())})`.execute(ctx.tx);
  if ((rows[0]?.n ?? 0n) >= BigInt(MAX_ALIKE)) throw new AppError('REGISTRATION_LIMIT');
}

/** A user name nobody has: `u` and nine digits. Chosen names would tell which are taken. */
async function freeUsername(ctx: Ctx): Promise<string> {
  for (;;) {
    const username = `u${randomWhole(100_000_000, 1_000_000_000)}`;
    const taken = await ctx.tx
      .selectFrom('account')
      .select('person_id')
      .where((eb) => eb(eb.fn('lower', ['username']), '=', username))
      .executeTakeFirst();
    if (!taken) return username;
  }
}

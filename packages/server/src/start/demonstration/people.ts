import { idNumberCheck, type Relation } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import { createPerson } from '../../modules/account/index.ts';
import { hashPassword } from '../../security/passwords.ts';
import { DEMONSTRATION_PASSWORD } from './logins.ts';
import type { ProvinceLogin } from './province.ts';
import { PROVINCES } from './provinces/index.ts';

/** Relations to something of an organiser; the organiser's own time and data come with them. */
const OF_ORGANISER: ReadonlySet<Relation> = new Set([
  'office',
  'supervisor',
  'policy-owner',
  'system-admin',
  'security-admin',
  'audit-admin',
]);

/** Logins added to an installation of an older program are numbered from here: there the numbers below are given. */
const ADDED_LATER = 300;

/** Creates one person with a login for every role of every province, where there is none yet. */
export async function seedPeople(ctx: Ctx): Promise<void> {
  const all = PROVINCES.flatMap(({ logins, areaCode }) =>
    logins.map((login: ProvinceLogin) => ({ ...login, areaCode })),
  );
  const known = await knownLogins(ctx, all);
  if (known.size === all.length) return;
  const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD);
  for (const [index, { username, name, holds, areaCode }] of all.entries()) {
    if (known.has(username)) continue;
    const number = index + 1 + (known.size > 0 ? ADDED_LATER : 0);
    await createPerson(ctx, {
      name,
      idNumber: idNumber(`${areaCode}1985${String(100 + number).padStart(4, '0')}`, number),
      phone: `1380000${String(number).padStart(4, '0')}`,
      account: { username, passwordHash },
      relations: holds ? [{ ...holds, organiserId: OF_ORGANISER.has(holds.relation) ? holds.subjectId : null }] : [],
    });
  }
}

/** Those of the logins that are there. */
export async function knownLogins(
  ctx: Ctx,
  logins: readonly { readonly username: string }[],
): Promise<ReadonlySet<string>> {
  const names = logins.map(({ username }) => username);
  const accounts = await ctx.tx.selectFrom('account').select('username').where('username', 'in', names).execute();
  return new Set(accounts.map(({ username }) => username));
}

/** An invented identity number with its check digit, from area and birth date and a sequence. */
export function idNumber(areaAndBirth: string, sequence: number): string {
  const body = `${areaAndBirth}${String(sequence).padStart(3, '0')}`;
  return body + idNumberCheck(body);
}

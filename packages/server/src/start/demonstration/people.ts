import { idNumberCheck, type Relation } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import { createPerson } from '../../modules/account/index.ts';
import { hashPassword } from '../../security/passwords.ts';
import { DEMONSTRATION_PASSWORD } from './logins.ts';
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

/** Creates one person with a login for every role of every province. */
export async function seedPeople(ctx: Ctx): Promise<void> {
  const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD);
  let number = 0;
  for (const { logins, areaCode } of PROVINCES) {
    for (const { username, name, holds } of logins) {
      number += 1;
      await createPerson(ctx, {
        name,
        idNumber: idNumber(`${areaCode}1985${String(100 + number).padStart(4, '0')}`, number),
        phone: `1380000${String(number).padStart(4, '0')}`,
        account: { username, passwordHash },
        relations: holds ? [{ ...holds, organiserId: OF_ORGANISER.has(holds.relation) ? holds.subjectId : null }] : [],
      });
    }
  }
}

/** An invented identity number with its check digit, from area and birth date and a sequence. */
export function idNumber(areaAndBirth: string, sequence: number): string {
  const body = `${areaAndBirth}${String(sequence).padStart(3, '0')}`;
  return body + idNumberCheck(body);
}

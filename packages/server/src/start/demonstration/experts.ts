import type { Ctx } from '../../context.ts';
import { createPerson } from '../../modules/account/index.ts';
import { hashPassword } from '../../security/passwords.ts';
import { EXPERT_LOGINS } from './expert-logins.ts';
import { DEMONSTRATION_PASSWORD } from './logins.ts';
import { idNumber, knownLogins } from './people.ts';

/** Persons with logins; the module `pool` puts them into the organiser's pool. One password hash serves them all. */
export async function seedExperts(ctx: Ctx): Promise<void> {
  const known = await knownLogins(ctx, EXPERT_LOGINS);
  if (known.size === EXPERT_LOGINS.length) return;
  const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD);
  for (const [index, { username, name }] of EXPERT_LOGINS.entries()) {
    if (known.has(username)) continue;
    const number = index + 1;
    await createPerson(ctx, {
      name,
      idNumber: idNumber(
        `2101021970${String(1 + (number % 12)).padStart(2, '0')}${String(1 + (number % 28)).padStart(2, '0')}`,
        500 + number,
      ),
      phone: `1390000${String(number).padStart(4, '0')}`,
      account: { username, passwordHash },
    });
  }
}

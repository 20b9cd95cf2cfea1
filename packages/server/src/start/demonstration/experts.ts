import type { Ctx } from '../../context.ts';
import { createPerson } from '../../modules/account/index.ts';
import { hashPassword } from '../../security/passwords.ts';
import { DEMONSTRATION_PASSWORD } from './logins.ts';
import { idNumber, knownLogins } from './people.ts';

/** Experts of the demonstration, logins `expert1` to `expert36`. */
export const EXPERTS = 36;
const FAMILY = '韩杨朱秦许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛范彭郎鲁韦昌马苗';
const GIVEN = ['建国', '志明', '晓东', '丽华', '海燕', '立新', '文博', '雪梅', '振宇', '春生', '国强', '玉兰'];

/** Name of the n-th expert, counted from 1. */
export function expertName(number: number): string {
  return `${FAMILY.charAt((number - 1) % FAMILY.length)}${GIVEN[(number - 1) % GIVEN.length] ?? ''}`;
}

/** Their logins, for terminal and login page. */
export const EXPERT_LOGINS = Array.from({ length: EXPERTS }, (_, index) => ({
  username: `expert${index + 1}`,
  name: expertName(index + 1),
  role: '评审专家',
}));

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

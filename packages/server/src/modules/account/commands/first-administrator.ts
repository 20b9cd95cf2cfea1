import type { Ctx } from '../../../context.ts';
import { startDaily } from '../../../jobs/daily.ts';
import { secretText } from '../../../security/random.ts';
import { createPerson } from './create-person.ts';

export interface Named {
  readonly username: string;
  readonly name: string;
}
export interface FirstAdministrators {
  readonly organiser: string;
  readonly office: string;
  readonly system: Named;
  readonly security: Named;
  readonly audit: Named;
}
/** Passwords in the order system, security, audit. */
export type FirstAdministratorsMade = { readonly passwords: readonly [string, string, string] } | 'already-there';

/**
 * Makes the organiser and the three administrators (三员分立) on an empty installation. Answers the passwords, shown this
 * once. Does nothing where somebody has an account already.
 */
export async function createFirstAdministrators(
  ctx: Ctx,
  first: FirstAdministrators,
): Promise<FirstAdministratorsMade> {
  const anybody = await ctx.tx.selectFrom('account').select('person_id').limit(1).executeTakeFirst();
  if (anybody) return 'already-there';
  const organiserId = ctx.newId();
  await ctx.tx
    .insertInto('organiser')
    .values({ id: organiserId, name: first.organiser, office_name: first.office })
    .execute();
  await startDaily(ctx, organiserId, ctx.systemNow);
  const make = async ({ username, name }: Named, relation: 'system-admin' | 'security-admin' | 'audit-admin') => {
    const password = secretText();
    const relations = [{ relation, subjectId: organiserId, organiserId }];
    await createPerson(ctx, { name, account: { username, password }, relations });
    return password;
  };
  return {
    passwords: [
      await make(first.system, 'system-admin'),
      await make(first.security, 'security-admin'),
      await make(first.audit, 'audit-admin'),
    ],
  };
}

import type { Ctx } from '../../../context.ts';
import { secretText } from '../../../security/random.ts';
import { createPerson } from './create-person.ts';

export interface FirstAdministrator {
  readonly organiser: string;
  readonly office: string;
  readonly username: string;
  readonly name: string;
}
export type FirstAdministratorMade = { readonly password: string } | 'already-there';

/**
 * Makes the organiser and its first administrator on an empty installation. Answers the password, shown this once.
 * Does nothing where somebody has an account already.
 */
export async function createFirstAdministrator(ctx: Ctx, first: FirstAdministrator): Promise<FirstAdministratorMade> {
  const anybody = await ctx.tx.selectFrom('account').select('person_id').limit(1).executeTakeFirst();
  if (anybody) return 'already-there';
  const organiserId = ctx.newId();
  await ctx.tx
    .insertInto('organiser')
    .values({ id: organiserId, name: first.organiser, office_name: first.office })
    .execute();
  const password = secretText();
  await createPerson(ctx, {
    name: first.name,
    account: { username: first.username, password },
    relations: [{ relation: 'system-admin', subjectId: organiserId, organiserId }],
  });
  return { password };
}

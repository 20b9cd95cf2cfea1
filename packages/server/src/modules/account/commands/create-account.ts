import { AppError } from '@zhiping/contract';
import { isIdNumber } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { MATCH_RESULTS } from '../../../jobs/tasks.ts';
import { blindIndex } from '../../../security/columns.ts';
import { secretText } from '../../../security/random.ts';
import { assertFits, type GrantedRelation, withOrganiser } from './change-relations.ts';
import { createPerson } from './create-person.ts';

export interface NewAccount {
  readonly name: string;
  readonly username: string;
  readonly idNumber?: string | undefined;
  readonly phone?: string | undefined;
  readonly relations: readonly GrantedRelation[];
}

/** Registers a person with an account. Answers the first password, which is kept nowhere in the clear. Runs as the platform. */
export async function createAccount(ctx: Ctx, given: NewAccount): Promise<{ personId: string; password: string }> {
  const { name, username, idNumber, phone } = given;
  const taken = await ctx.tx
    .selectFrom('account')
    .select('person_id')
    .where((eb) => eb(eb.fn('lower', ['username']), '=', username))
    .executeTakeFirst();
  if (taken) throw new AppError('USERNAME_TAKEN');
  if (idNumber !== undefined) await assertNewIdNumber(ctx, idNumber);
  for (const relation of given.relations) await assertFits(ctx, relation);
  const password = secretText();
  const personId = await createPerson(ctx, {
    name,
    ...(idNumber === undefined ? {} : { idNumber }),
    ...(phone === undefined ? {} : { phone }),
    account: { username, password },
    relations: given.relations.map(withOrganiser),
  });
  if (idNumber !== undefined) await ctx.enqueue({ task: MATCH_RESULTS, payload: { personId } });
  return { personId, password };
}

/** One person, one identity: the number must be right and not yet there. */
async function assertNewIdNumber(ctx: Ctx, idNumber: string): Promise<void> {
  if (!isIdNumber(idNumber)) throw new AppError('ID_NUMBER_INVALID');
  const index = blindIndex(ctx.installation.keys, 'id_number', idNumber);
  const there = await ctx.tx.selectFrom('person').select('id').where('id_number_index', '=', index).executeTakeFirst();
  if (there) throw new AppError('ID_NUMBER_TAKEN');
}

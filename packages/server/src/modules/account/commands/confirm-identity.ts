import { AppError } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import { MATCH_RESULTS } from '../../../jobs/tasks.ts';

/**
 * Keeps that somebody compared the stated number with the identity document: from now on it is this person's alone.
 * Nothing happens where it is confirmed already. Runs as the platform. Throws `IDENTITY_TWICE`.
 */
export async function confirmIdentity(ctx: Ctx, personId: string): Promise<void> {
  const person = await ctx.tx
    .selectFrom('person')
    .select(['identity', 'id_number_stated'])
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (person.identity === 'confirmed') return;
  const other = await ctx.tx
    .selectFrom('person')
    .select('id')
    .where('id_number_index', '=', person.id_number_stated)
    .executeTakeFirst();
  if (other) throw new AppError('IDENTITY_TWICE');
  await ctx.tx
    .updateTable('person')
    .set({ identity: 'confirmed', id_number_index: person.id_number_stated, id_number_stated: null })
    .where('id', '=', personId)
    .execute();
  await ctx.enqueue({ task: MATCH_RESULTS, payload: { personId } });
}

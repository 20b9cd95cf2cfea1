import { createHash } from 'node:crypto';
import { AppError } from '@zhiping/contract';
import { sql } from 'kysely';
import type { Ctx } from '../context.ts';

/** Does `work` once per person and key; a repetition gets the first answer, another request under it is refused. */
export async function onceOnly(
  ctx: Ctx,
  key: string,
  request: unknown,
  work: () => Promise<unknown>,
): Promise<unknown> {
  const personId = ctx.actor.personId;
  if (personId === null) return work();
  const hash = createHash('sha256').update(JSON.stringify(request)).digest();
  // A second request with the key waits here for the first to end, then finds its answer.
  const { numInsertedOrUpdatedRows: inserted } = await ctx.tx
    .insertInto('idempotency')
    .values({ person_id: personId, key, request_hash: hash, answer: sql`'null'`, created_at: ctx.systemNow })
    .onConflict((conflict) => conflict.columns(['person_id', 'key']).doNothing())
    .executeTakeFirst();
  const mine = ctx.tx.selectFrom('idempotency').where('person_id', '=', personId).where('key', '=', key);
  if (inserted !== 1n) {
    const earlier = await mine.select(['request_hash', 'answer']).executeTakeFirstOrThrow();
    if (!hash.equals(earlier.request_hash)) throw new AppError('IDEMPOTENCY_MISMATCH');
    return earlier.answer;
  }
  const answer = await work();
  if (answer instanceof AppError) throw answer;
  await ctx.tx
    .updateTable('idempotency')
    .set({ answer: JSON.stringify(answer) })
    .where('person_id', '=', personId)
    .where('key', '=', key)
    .execute();
  return answer;
}

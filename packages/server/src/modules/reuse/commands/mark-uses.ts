import { marksOf } from '@zhiping/core';
import { sql } from 'kysely';
import { asPlatform, type Ctx } from '../../../context.ts';
import type { Installation } from '../../../installation.ts';

/** Uses marked in one transaction. */
const PORTION = 2000;
const LEAST_ID = '00000000-0000-0000-0000-000000000000';

/**
 * Marks the uses that have no marks, as after a migration that changed how marks are computed: without them nothing is found
 * again. A portion is one transaction, so that a start that was broken off goes on where it stopped. Marks are computed from
 * the use alone and are no state of anything: nothing is recorded.
 *
 * @param tell is told after each portion how many are done
 * @returns how many were marked
 */
export async function markUses(installation: Installation, tell: (done: number) => void): Promise<number> {
  let done = 0;
  // From one id to the next, for the index keeps those already marked until it is cleaned.
  for (let after = LEAST_ID; ; ) {
    const ids = await asPlatform(installation, 'system.mark-uses', ({ tx }) => markPortion(tx, after));
    const last = ids.at(-1);
    if (last === undefined) return done;
    after = last;
    done += ids.length;
    tell(done);
  }
}

/** Marks the next uses after this id; answers their ids. */
async function markPortion(tx: Ctx['tx'], after: string): Promise<readonly string[]> {
  const uses = await tx
    .selectFrom('achievement_use')
    .select(['id', 'title', 'part', 'text', 'numbers', 'files'])
    .where('marks', 'is', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(PORTION)
    .forUpdate()
    .execute();
  const ids = uses.map(({ id }) => id);
  const marks = uses.map((use) => `{${marksOf(use).join()}}`);
  await sql`update achievement_use u set marks = w.marks::bigint[]
    from unnest(${ids}::uuid[], ${marks}::text[]) as w (id, marks) where u.id = w.id`.execute(tx);
  return ids;
}

import { sql } from 'kysely';
import { asPlatform } from '../../context.ts';
import type { Installation } from '../../installation.ts';

/** Rows removed in one transaction. */
const PORTION = 5000;

/** What is worth nothing after some days, and the days it stays beyond its own end: answers kept for repeated calls, sessions, codes. */
const PASSING = [
  { table: 'idempotency', column: 'created_at', days: 3 },
  { table: 'session', column: 'expires_at', days: 0 },
  { table: 'sign_in_challenge', column: 'expires_at', days: 0 },
  { table: 'contact_change', column: 'expires_at', days: 3 },
] as const;

/** Removes it, a portion of a table in one transaction. It is no state of anything and no log: nothing is recorded. Answers how many. */
export async function sweepPassing(installation: Installation): Promise<number> {
  let total = 0;
  for (const { table, column, days } of PASSING) {
    for (;;) {
      const removed = await asPlatform(installation, 'system.prune', async ({ tx, systemNow }) => {
        const { numAffectedRows } = await sql`delete from ${sql.table(table)} where ctid in (
          select ctid from ${sql.table(table)} where ${sql.ref(column)} < ${systemNow}::timestamptz
            - make_interval(days => ${days}) order by ${sql.ref(column)} limit ${PORTION})`.execute(tx);
        return Number(numAffectedRows ?? 0n);
      });
      total += removed;
      if (removed < PORTION) break;
    }
  }
  return total;
}

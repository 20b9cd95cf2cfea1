import type { LogClass } from '@zhiping/core';
import { type RawBuilder, sql } from 'kysely';
import { asPlatform, type Ctx } from '../../context.ts';
import type { Installation } from '../../installation.ts';
import { periodsInForce } from './periods.ts';

const LAST = 'retention-last';
/** Rows removed in one transaction. */
const PORTION = 5000;

const TABLES = {
  'sign-in': { table: 'sign_in', column: 'at' },
  access: { table: 'access_log', column: 'at' },
  delivery: { table: 'message_delivery', column: 'created_at' },
} as const satisfies Record<LogClass, { table: string; column: string }>;
const LOGS = Object.keys(TABLES) as LogClass[];

export interface Pruned {
  readonly at: string;
  readonly removed: Record<string, number>;
}

/** What the last pruning of logs removed; null before the first. Runs as the platform. */
export async function lastPruning(ctx: Ctx): Promise<Pruned | null> {
  const row = await ctx.tx.selectFrom('security_setting').select('value').where('name', '=', LAST).executeTakeFirst();
  return (row?.value ?? null) as Pruned | null;
}

async function keepPruning(ctx: Ctx, value: Pruned): Promise<void> {
  const row = { value: JSON.stringify(value), changed_at: ctx.systemNow, changed_by: null };
  await ctx.tx
    .insertInto('security_setting')
    .values({ name: LAST, ...row })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute();
}

/**
 * Removes what is older than its time, a portion of each log in one transaction, until nothing is left; what went is
 * recorded as counts only. Answers the counts.
 */
export async function pruneLogs(installation: Installation): Promise<Record<string, number>> {
  const total: Record<string, number> = Object.fromEntries(LOGS.map((log) => [log, 0]));
  for (;;) {
    const removed = await asPlatform(installation, 'system.prune', prunePortion);
    for (const log of LOGS) total[log] = (total[log] ?? 0) + (removed[log] ?? 0);
    if (LOGS.every((log) => (removed[log] ?? 0) < PORTION)) return total;
  }
}

async function prunePortion(ctx: Ctx): Promise<Record<string, number>> {
  const periods = await periodsInForce(ctx);
  const removed: Record<string, number> = {};
  for (const log of LOGS) removed[log] = await removeOld(ctx, log, periods[log]);
  if (LOGS.every((log) => removed[log] === 0)) return removed;
  await keepPruning(ctx, { at: ctx.systemNow, removed });
  await ctx.record({
    organiserId: null,
    action: 'system.prune',
    subject: { noun: 'security-setting', id: ctx.newId() },
    data: { removed },
  });
  return removed;
}

async function removeOld(ctx: Ctx, log: LogClass, months: number | null): Promise<number> {
  if (months === null) return 0;
  const { table, column } = TABLES[log];
  const age: RawBuilder<unknown> = sql`${ctx.systemNow}::timestamptz - make_interval(months => ${months})`;
  const { numAffectedRows } = await sql`delete from ${sql.table(table)} where id in (
    select id from ${sql.table(table)} where ${sql.ref(column)} < ${age} order by ${sql.ref(column)} limit ${PORTION})`.execute(
    ctx.tx,
  );
  return Number(numAffectedRows ?? 0n);
}

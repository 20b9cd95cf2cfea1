import type { Retention } from '@zhiping/contract';
import { type RawBuilder, sql } from 'kysely';
import { asPlatform, type Ctx } from '../../context.ts';
import type { Installation } from '../../installation.ts';

const SETTING = 'retention';
const LAST = 'retention-last';
/** Kept so long unless the security administrator says otherwise. */
const DEFAULT: Retention = { 'sign-in': 12, access: 36, delivery: 12 };
/** Rows removed in one transaction. */
const PORTION = 5000;

const TABLES = {
  'sign-in': { table: 'sign_in', column: 'at' },
  access: { table: 'access_log', column: 'at' },
  delivery: { table: 'message_delivery', column: 'created_at' },
} as const satisfies Record<keyof Retention, { table: string; column: string }>;
const LOGS = Object.keys(TABLES) as (keyof Retention)[];

async function settingOf(ctx: Ctx, name: string): Promise<unknown> {
  const row = await ctx.tx.selectFrom('security_setting').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value ?? null;
}

async function keep(ctx: Ctx, name: string, value: object): Promise<void> {
  const row = { value: JSON.stringify(value), changed_at: ctx.systemNow, changed_by: ctx.actor.personId };
  await ctx.tx
    .insertInto('security_setting')
    .values({ name, ...row })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute();
}

export interface Kept {
  readonly months: Retention;
  readonly last: { readonly at: string; readonly removed: Record<string, number> } | null;
}

/** How long each log is kept, and what the last pruning removed. Runs as the platform. */
export async function readRetention(ctx: Ctx): Promise<Kept> {
  return {
    months: { ...DEFAULT, ...((await settingOf(ctx, SETTING)) as Partial<Retention> | null) },
    last: (await settingOf(ctx, LAST)) as Kept['last'],
  };
}

/** Sets how long each log is kept. Runs as the platform. */
export async function changeRetention(ctx: Ctx, months: Retention): Promise<void> {
  await keep(ctx, SETTING, months);
  const id = ctx.actor.personId ?? '';
  await ctx.record({ organiserId: null, subject: { noun: 'security-setting', id }, data: { retention: months } });
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
  const { months } = await readRetention(ctx);
  const removed: Record<string, number> = {};
  for (const log of LOGS) removed[log] = await removeOld(ctx, log, months[log]);
  if (LOGS.every((log) => removed[log] === 0)) return removed;
  await keep(ctx, LAST, { at: ctx.systemNow, removed });
  await ctx.record({
    organiserId: null,
    action: 'system.prune',
    subject: { noun: 'security-setting', id: ctx.newId() },
    data: { removed },
  });
  return removed;
}

async function removeOld(ctx: Ctx, log: keyof Retention, months: number): Promise<number> {
  const { table, column } = TABLES[log];
  const age: RawBuilder<unknown> = sql`${ctx.systemNow}::timestamptz - make_interval(months => ${months})`;
  const { numAffectedRows } = await sql`delete from ${sql.table(table)} where id in (
    select id from ${sql.table(table)} where ${sql.ref(column)} < ${age} order by ${sql.ref(column)} limit ${PORTION})`.execute(
    ctx.tx,
  );
  return Number(numAffectedRows ?? 0n);
}

import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import { giveFiles } from '../../files/index.ts';
import { joinAccounts } from '../account/index.ts';
import { joinArchives } from '../archive/index.ts';
import { resealFormerNames } from '../privacy/index.ts';
import { moveWebhooks } from '../webhook/index.ts';
import { PERSON_COLUMNS, type PersonColumn } from './person-columns.ts';

/**
 * Joins one account into another of the same person, in the caller's transaction, under `lockAccounts`. What was submitted is
 * not touched: only whose it is. Answers how many rows of each column went over. Runs as the platform.
 */
export async function execute(ctx: Ctx, from: string, into: string): Promise<Readonly<Record<string, number>>> {
  // In one order, so that two commands of one case meet in it.
  await ctx.tx
    .selectFrom('application')
    .select('id')
    .where('person_id', 'in', [from, into])
    .orderBy('id')
    .forUpdate()
    .execute();
  await joinArchives(ctx, from, into);
  await leaveUnitTwice(ctx, from, into);
  await resealFormerNames(ctx, from, into);
  await moveWebhooks(ctx, { from, to: into });
  await giveFiles(ctx, from, into);
  const moved: Record<string, number> = {};
  for (const [name, column] of Object.entries(PERSON_COLUMNS)) {
    const rows = await handle(ctx, name, column, from, into);
    if (rows > 0) moved[name] = rows;
  }
  await joinAccounts(ctx, from, into);
  return moved;
}

/** Both in one unit, one leaves it: a person is there once. */
async function leaveUnitTwice(ctx: Ctx, from: string, into: string): Promise<void> {
  await sql`update unit_member b set left_on = greatest(b.joined_on,
      (${ctx.businessNow}::timestamptz at time zone 'Asia/Shanghai')::date), left_reason = '账户合并'
    from unit_member a where a.person_id = ${into} and a.left_on is null and b.person_id = ${from}
      and b.left_on is null and a.unit_id = b.unit_id`.execute(ctx.tx);
}

/** What was moved before it leads to what has no index of its own by person. */
const THROUGH = {
  application: (into: string) => sql`application_id in (select id from application where person_id = ${into})`,
  file: (into: string) => sql`blob_id in (select id from blob where owner_person_id = ${into})`,
  message: (into: string) => sql`message_id in (select id from message where person_id = ${into})`,
} as const;

async function handle(ctx: Ctx, name: string, column: PersonColumn, from: string, into: string): Promise<number> {
  if (column.does === 'stays') return 0;
  const at = name.lastIndexOf('.');
  const [table, person] = [sql.table(name.slice(0, at)), sql.ref(name.slice(at + 1))];
  if (column.does === 'ends') {
    await sql`delete from ${table} where ${person} = ${from}`.execute(ctx.tx);
    return 0;
  }
  const through = column.through === undefined ? sql`true` : THROUGH[column.through](into);
  const there =
    column.unless === undefined
      ? sql``
      : sql`and not exists (select from ${table} there where there.${person} = ${into} and ${sql.join(
          column.unless.map((one) => sql`there.${sql.ref(one)} is not distinct from moving.${sql.ref(one)}`),
          sql` and `,
        )})`;
  const { numAffectedRows } = await sql`update ${table} moving set ${person} = ${into}
    where ${person} = ${from} and ${through} ${there}`.execute(ctx.tx);
  return Number(numAffectedRows ?? 0n);
}

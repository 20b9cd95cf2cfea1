import type { CatalogueAsk } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { CATALOGUES } from '../queries/catalogue.ts';

export const MATCH_ASKS = 'codes.match-asks';
/** Asks looked up again in one transaction. */
const PORTION = 1000;

/** Whose submission asks, and the day it was received. */
export interface Asking {
  readonly id: string;
  readonly organiser_id: string;
  readonly plan_id: string;
  readonly person_id: string;
}

/** Keeps what a submission asks of the catalogues, in place of what the one before asked: one statement. */
export async function noteCatalogueAsks(
  ctx: Ctx,
  of: Asking,
  asks: readonly CatalogueAsk[],
  on: string,
): Promise<void> {
  const rows = asks.map((ask) => ({ id: ctx.newId(), ...ask }));
  await sql`with asked as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, "row" uuid,
      "table" text, title text, asked text, codes text[], name text)),
    gone as (delete from catalogue_ask where application_id = ${of.id} and row_id not in (select "row" from asked))
    insert into catalogue_ask as k (id, organiser_id, plan_id, application_id, person_id, row_id, code_table, title, asked,
      codes, name, as_of, found)
    select n.id, ${of.organiser_id}, ${of.plan_id}, ${of.id}, ${of.person_id}, n."row", n."table", n.title, n.asked,
      n.codes, n.name, ${on}::date, catalogue_has(n."table", n.codes, n.name, ${on}::date)
    from asked n
    on conflict (application_id, row_id) do update set code_table = excluded.code_table, title = excluded.title,
      asked = excluded.asked, codes = excluded.codes, name = excluded.name, as_of = excluded.as_of,
      found = excluded.found`.execute(ctx.tx);
}

/** After entries were added: what was not found is looked up again, a portion at a time. */
export async function matchAsksLater(ctx: Ctx, table: string): Promise<void> {
  if (CATALOGUES.some((one) => one === table)) {
    await ctx.enqueue({ task: MATCH_ASKS, payload: { table, after: null } });
  }
}

/** Job: looks what was not found up again, in the order of the ids. Does nothing the second time. */
export async function matchAsks(ctx: Ctx, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const table = String(payload['table']);
  const after = typeof payload['after'] === 'string' ? payload['after'] : null;
  const { rows } = await sql<{ id: string }>`select id from catalogue_ask where code_table = ${table} and not found
    and (${after}::uuid is null or id > ${after}::uuid) order by id limit ${PORTION}`.execute(ctx.tx);
  await sql`update catalogue_ask set found = true where id = any(${rows.map(({ id }) => id)}::uuid[])
    and catalogue_has(code_table, codes, name, as_of)`.execute(ctx.tx);
  const last = rows.at(-1);
  if (rows.length === PORTION && last !== undefined) {
    await ctx.enqueue({ task: MATCH_ASKS, payload: { table, after: last.id } });
  }
}

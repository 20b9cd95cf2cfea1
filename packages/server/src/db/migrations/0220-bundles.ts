import { type Kysely, sql } from 'kysely';

/** An authority's package of all cases of one plan: an order that knows its plan and whom to ask. It may hold more cases. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table volume_order
    add column plan_id uuid references plan,
    add column contact text not null default '',
    add column phone text not null default '',
    drop constraint volume_order_cases_check,
    add constraint volume_order_cases_check
      check (cardinality(cases) between 1 and case when plan_id is null then 500 else 2000 end)`.execute(db);
}

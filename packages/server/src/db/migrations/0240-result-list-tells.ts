import { type Kysely, sql } from 'kysely';

/** Whether those on a list hear of it: the office decides when it imports. Lists of before told nobody. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table result_list add column tells boolean not null default false`.execute(db);
}

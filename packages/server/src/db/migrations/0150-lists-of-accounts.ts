import { type Kysely, sql } from 'kysely';

/** Units in the order of their names; accounts found by a part of a name. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index unit_by_name on unit (name, id)`.execute(db);
  await sql`create index person_name on person using gin (name gin_trgm_ops)`.execute(db);
  await sql`create index account_username_part on account using gin (username gin_trgm_ops)`.execute(db);
}

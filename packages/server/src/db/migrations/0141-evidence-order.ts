import { type Kysely, sql } from 'kysely';

/** Files of a row stand in the order their person gave them; those of one place by their age. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table archive_evidence add column place int not null default 0`.execute(db);
}

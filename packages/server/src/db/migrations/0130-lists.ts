import { type Kysely, sql } from 'kysely';

/** Indexes of lists that were read from end to end. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index certificate_confirmer on certificate (confirmer_id, issued_on, id)`.execute(db);
  await sql`create index meeting_organiser on meeting (organiser_id, held_on)`.execute(db);
}

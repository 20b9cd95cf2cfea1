import { type Kysely, sql } from 'kysely';

/** What waits for an office is counted on its first page, among all that ever went through it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index application_waiting on application (organiser_id, stage, due_at) where waits_for = 'office'`.execute(
    db,
  );
}

import { type Kysely, sql } from 'kysely';

/** One's own applications and volumes, among all that there are. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index application_person on application (person_id, id)`.execute(db);
  await sql`create index volume_order_person on volume_order (person_id, id desc)`.execute(db);
}

import { type Kysely, sql } from 'kysely';

/** For the board: what is due soon, plan by plan, and what came in on which day. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index application_due on application (plan_id, due_at) where due_at is not null`.execute(db);
  await sql`create index application_submission_day on application_submission (organiser_id, received_at)`.execute(db);
}

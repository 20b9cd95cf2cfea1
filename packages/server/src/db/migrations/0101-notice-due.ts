import { type Kysely, sql } from 'kysely';

/** Until when a notice may be answered, as it stood when it was sent; null where the plan sets no end. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table correction_notice add column due_at timestamptz`.execute(db);
}

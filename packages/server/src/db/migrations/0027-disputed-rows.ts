import { type Kysely, sql } from 'kysely';

/** Achievements taken out after an objection that held, LN-2024 五(四): they cannot be chosen again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table application add column disputed_rows uuid[] not null default '{}'`.execute(db);
}

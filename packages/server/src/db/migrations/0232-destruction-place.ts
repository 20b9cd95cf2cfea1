import { type Kysely, sql } from 'kysely';

/** How far a destruction has come, so that each portion begins where the last one ended and not at what is gone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table destruction_list
    add column after_item uuid not null default '00000000-0000-0000-0000-000000000000'`.execute(db);
}

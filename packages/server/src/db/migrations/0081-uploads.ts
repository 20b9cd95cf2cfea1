import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Files sent piece by piece and not yet taken by anything: how much has come, and the key the pieces are sealed with. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table upload (
    id uuid primary key,
    person_id uuid not null,
    name text not null,
    bytes bigint not null check (bytes > 0),
    received bigint not null default 0 check (received between 0 and bytes),
    wrapped_key bytea not null,
    touched_at timestamptz not null
  )`.execute(db);
  await sql`create index upload_person on upload (person_id)`.execute(db);
  await sql`create index upload_touched on upload (touched_at)`.execute(db);
  await protect(db, 'upload', { person: 'person_id' });
}

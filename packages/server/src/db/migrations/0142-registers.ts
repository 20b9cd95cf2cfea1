import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Rows fetched from registers outside, and what people asked of these registers. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table archive_row
    add column source text,
    /* What the register calls it: asked again, the same row is found. */
    add column source_key text,
    add column fetched_at timestamptz,
    /* Fields whose values are the register's and not the person's to change. */
    add column fetched_fields text[] not null default '{}',
    /* Why its person says that what was fetched is wrong. */
    add column disputed text,
    add check ((source is null) = (source_key is null) and (source is null) = (fetched_at is null))`.execute(db);
  await sql`create unique index archive_row_source on archive_row (person_id, source, source_key)
    where source is not null`.execute(db);
  await sql`create table register_request (
    id uuid primary key,
    person_id uuid not null references person,
    register text not null,
    state text not null check (state in ('waiting', 'done', 'failed')),
    /* Of the error catalogue, where it failed. */
    code text,
    rows int not null default 0,
    asked_at timestamptz not null,
    finished_at timestamptz
  )`.execute(db);
  await sql`create index register_request_person on register_request (person_id, register, id)`.execute(db);
  await sql`create unique index register_request_waiting on register_request (person_id, register)
    where state = 'waiting'`.execute(db);
  await protect(db, 'register_request', { person: 'person_id' });
}

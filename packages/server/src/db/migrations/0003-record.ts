import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** The record: events with their leaf hash, salts of personal values apart, and the chain a sequencer links. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table record_event (
    id uuid primary key,
    organiser_id uuid,
    action text not null,
    subject_noun text not null,
    subject_id uuid not null,
    /* Canonical JSON exactly as hashed; personal values stand in it as salted hashes. */
    document text not null,
    leaf text not null check (leaf ~ '^[0-9a-f]{64}$'),
    at timestamptz not null
  )`.execute(db);
  await sql`create index record_event_subject on record_event (subject_id, id)`.execute(db);
  await protect(db, 'record_event', { everybody: 'read', appendOnly: true });
  await sql`drop policy insertable on record_event`.execute(db);
  await sql`create policy insertable on record_event for insert to zhiping_app, zhiping_expert
    with check (true)`.execute(db);

  /* Erasing a person deletes salts and values; the hashes in the record then say nothing any more. */
  await sql`create table record_salt (
    event_id uuid not null,
    name text not null,
    person_id uuid,
    salt text not null,
    /* Canonical JSON of the value. */
    value text not null,
    primary key (event_id, name)
  )`.execute(db);
  await protect(db, 'record_salt', { person: 'person_id' });
  await sql`drop policy insertable on record_salt`.execute(db);
  await sql`create policy insertable on record_salt for insert to zhiping_app, zhiping_expert
    with check (true)`.execute(db);

  await sql`grant insert on record_event, record_salt to zhiping_expert`.execute(db);

  await sql`create table record_entry (
    seq bigint primary key,
    event_id uuid not null unique references record_event,
    leaf text not null,
    /* Hash over number, previous link and leaf. */
    link text not null
  )`.execute(db);
  await protect(db, 'record_entry', { everybody: 'read', appendOnly: true });
  await sql`create function refuse_change() returns trigger language plpgsql as $$
    begin raise exception 'append only: %', tg_table_name; end $$`.execute(db);
  for (const table of ['record_event', 'record_entry']) {
    await sql`create trigger append_only before update or delete or truncate on ${sql.id(table)}
      for each statement execute function refuse_change()`.execute(db);
  }
}

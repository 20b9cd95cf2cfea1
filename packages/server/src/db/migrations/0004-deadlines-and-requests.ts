import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Legal deadlines as rows, and answers kept under the caller's idempotency key. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table deadline (
    id uuid primary key,
    organiser_id uuid not null,
    /* Name of the handler, e.g. application.correction-due. */
    what text not null,
    subject_id uuid not null,
    due_at timestamptz not null,
    done_at timestamptz,
    cancelled_at timestamptz,
    attempts int not null default 0
  )`.execute(db);
  await sql`create unique index deadline_open on deadline (what, subject_id)
    where done_at is null and cancelled_at is null`.execute(db);
  await sql`create index deadline_due on deadline (organiser_id, due_at)
    where done_at is null and cancelled_at is null`.execute(db);
  /* Written by any command, holds nothing about a person but ids. */
  await protect(db, 'deadline', { everybody: 'write' });

  await sql`create table idempotency (
    person_id uuid not null,
    key text not null,
    request_hash bytea not null,
    answer jsonb not null,
    created_at timestamptz not null,
    primary key (person_id, key)
  )`.execute(db);
  await protect(db, 'idempotency', { person: 'person_id' });
}

import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** What the paper desk found in the papers of an application, where they lie, and who took them back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table paper (
    application_id uuid primary key references application,
    organiser_id uuid not null,
    person_id uuid not null,
    unit_id uuid not null,
    state text not null check (state in ('partial', 'complete', 'returned')),
    found jsonb not null,
    /* How many items of the checklist are short or wrong. */
    lacks int not null,
    storage text not null default '',
    note text not null default '',
    received_at timestamptz not null,
    received_by uuid not null,
    returned_on date,
    returned_to text,
    return_note text not null default '',
    version int not null default 1,
    check ((state = 'returned') = (returned_on is not null))
  )`.execute(db);
  await sql`create index paper_state on paper (organiser_id, state, application_id)`.execute(db);
  await protect(db, 'paper', { organiser: 'organiser_id', person: 'person_id', subjects: ['unit_id'] });
}

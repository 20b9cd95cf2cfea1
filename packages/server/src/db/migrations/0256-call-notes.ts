import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Telephone calls about an application, noted by the office: never changed, never taken back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table call_note (
    id uuid primary key,
    organiser_id uuid not null,
    application_id uuid not null references application,
    person_id uuid not null,
    callee text not null check (callee in ('applicant', 'unit', 'authority', 'other')),
    outcome text not null check (outcome in ('reached', 'unanswered', 'wrong-number')),
    called_at timestamptz not null,
    note text not null,
    noted_by uuid not null references person,
    noted_at timestamptz not null
  )`.execute(db);
  await sql`create index call_note_of_application on call_note (application_id, called_at desc, id desc)`.execute(db);
  await protect(db, 'call_note', { organiser: 'organiser_id' });
}

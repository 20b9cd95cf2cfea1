import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** What a competent department was asked to consent to or to recognise, and its answer. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table consent_request (
    id uuid primary key,
    organiser_id uuid not null,
    application_id uuid not null references application,
    person_id uuid not null references person,
    unit_id uuid not null references unit,
    authority_id uuid not null references authority,
    /* Which consent of the plan. */
    consent text not null,
    /* Recognition of one achievement; null: consent to the case. */
    row_id uuid,
    state text not null check (state in ('waiting', 'granted', 'refused', 'withdrawn')),
    note text not null,
    asked_at timestamptz not null,
    asked_by uuid not null references person,
    document_number text,
    document_date date,
    reason text not null default '',
    answered_at timestamptz,
    answered_by uuid references person,
    check ((state in ('granted', 'refused')) = (answered_at is not null)),
    check (state <> 'granted' or (document_number is not null and document_date is not null))
  )`.execute(db);
  /* One open question of a kind for a case or one of its achievements. */
  await sql`create unique index consent_request_once on consent_request (application_id, consent, row_id)
    nulls not distinct where state in ('waiting', 'granted')`.execute(db);
  await sql`create index consent_request_authority on consent_request (authority_id, state, id)`.execute(db);
  await protect(db, 'consent_request', {
    organiser: 'organiser_id',
    person: 'person_id',
    subjects: ['unit_id', 'authority_id'],
    or: 'exists (select from application a where a.id = application_id)',
  });
}

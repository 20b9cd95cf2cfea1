import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Publicities of units and of results, and objections to them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table publicity (
    id uuid primary key,
    organiser_id uuid not null,
    kind text not null check (kind in ('unit', 'result')),
    /* Of a unit: the one application. Of results: the meeting. */
    application_id uuid,
    person_id uuid,
    unit_id uuid,
    meeting_id uuid,
    /* Random part of the public address; the id is never shown to the public. */
    token text not null unique,
    number text not null,
    verification_code text not null,
    title text not null,
    issuer text not null,
    starts_on date not null,
    last_day date not null,
    ends_at timestamptz not null,
    working_days int not null,
    contact text not null,
    phone text not null,
    supervision_phone text,
    ways text not null,
    /* What was posted, exactly: printed again from here at any time. */
    notice jsonb not null,
    proof_file_id uuid,
    closed text check (closed in ('concluded', 'invalid')),
    closed_at timestamptz,
    invalid_reason text,
    version int not null default 0,
    check ((kind = 'unit') = (application_id is not null and unit_id is not null and person_id is not null)),
    check ((kind = 'result') = (meeting_id is not null)),
    check ((closed is null) = (closed_at is null)),
    check ((closed is not distinct from 'invalid') = (invalid_reason is not null))
  )`.execute(db);
  await sql`create unique index publicity_of_application on publicity (application_id)
    where kind = 'unit' and closed is distinct from 'invalid'`.execute(db);
  await sql`create unique index publicity_of_meeting on publicity (meeting_id)
    where kind = 'result' and closed is distinct from 'invalid'`.execute(db);
  await sql`create index publicity_running on publicity (ends_at) where closed is null`.execute(db);
  await protect(db, 'publicity', {
    organiser: 'organiser_id',
    person: 'person_id',
    subjects: ['unit_id'],
    publicWhen: 'closed is null',
  });

  await sql`create table publicity_person (
    publicity_id uuid not null references publicity,
    place int not null,
    application_id uuid not null,
    person_id uuid not null,
    primary key (publicity_id, place),
    unique (publicity_id, application_id)
  )`.execute(db);
  await sql`create index publicity_person_application on publicity_person (application_id)`.execute(db);
  await protect(db, 'publicity_person', {
    or: 'exists (select from publicity p where p.id = publicity_id and p.organiser_id = any(actor_organisers()))',
  });

  await sql`create table objection (
    id uuid primary key,
    organiser_id uuid not null,
    unit_id uuid,
    publicity_id uuid not null references publicity,
    application_id uuid not null,
    receipt_number text not null unique,
    received_at timestamptz not null,
    state text not null default 'open' check (state in ('open', 'dismissed', 'upheld')),
    /* Sealed with the objection's own key: destroying it erases who objected and what they wrote. */
    wrapped_key bytea not null,
    name_sealed bytea not null,
    contact_sealed bytea not null,
    content_sealed bytea not null,
    finding_sealed bytea,
    answer text,
    answered_at timestamptz,
    answered_by uuid,
    version int not null default 0,
    check ((state = 'open') = (answered_at is null))
  )`.execute(db);
  await sql`create index objection_publicity on objection (publicity_id)`.execute(db);
  await sql`create index objection_application on objection (application_id)`.execute(db);
  await protect(db, 'objection', { organiser: 'organiser_id', subjects: ['unit_id'] });
}

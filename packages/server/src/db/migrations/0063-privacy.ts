import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Privacy notice by version, consents, who looked at whom, and requests about personal data. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table privacy_notice (
    version int primary key,
    title text not null,
    body text not null,
    sensitive text not null,
    published_at timestamptz not null,
    published_by uuid references person
  )`.execute(db);
  await protect(db, 'privacy_notice', { everybody: 'read' });

  await sql`create table privacy_consent (
    id uuid primary key,
    person_id uuid not null references person,
    kind text not null check (kind in ('notice', 'sensitive')),
    version int not null references privacy_notice,
    given_at timestamptz not null,
    withdrawn_at timestamptz
  )`.execute(db);
  await sql`create unique index privacy_consent_now on privacy_consent (person_id, kind, version) where withdrawn_at is null`.execute(
    db,
  );
  await sql`create index privacy_consent_person on privacy_consent (person_id, id)`.execute(db);
  await protect(db, 'privacy_consent', { person: 'person_id' });

  /* One line an hour for the same person looking at the same kind of thing: reading on is no new access. */
  await sql`create table access_log (
    id uuid primary key,
    person_id uuid not null references person,
    what text not null,
    by_person uuid not null references person,
    /* Unit, authority or organiser in whose name. */
    subject_id uuid,
    at timestamptz not null,
    hour timestamptz not null,
    unique nulls not distinct (person_id, by_person, what, subject_id, hour)
  )`.execute(db);
  await sql`create index access_log_person on access_log (person_id, id)`.execute(db);
  await protect(db, 'access_log', { person: 'person_id', appendOnly: true });

  await sql`create sequence privacy_request_number`.execute(db);
  await sql`grant usage on sequence privacy_request_number to zhiping_app, zhiping_jobs`.execute(db);
  await sql`create table privacy_request (
    id uuid primary key,
    number text not null unique,
    person_id uuid not null references person,
    kind text not null check (kind in ('copy', 'correct', 'delete', 'explain', 'human-review')),
    text text not null,
    state text not null check (state in ('received', 'done', 'refused')),
    created_at timestamptz not null,
    due_at timestamptz not null,
    answer text not null default '',
    answered_at timestamptz,
    answered_by uuid references person,
    check ((state = 'received') = (answered_at is null))
  )`.execute(db);
  await sql`create unique index privacy_request_open on privacy_request (person_id, kind) where state = 'received'`.execute(
    db,
  );
  await sql`create index privacy_request_person on privacy_request (person_id, id)`.execute(db);
  await sql`create index privacy_request_state on privacy_request (state, id)`.execute(db);
  await protect(db, 'privacy_request', { person: 'person_id' });
}

import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Letters of experts for an application, by a link of one use or on paper; and pledges signed by hand. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table endorsement (
    id uuid primary key,
    application_id uuid not null references application,
    kind text not null check (kind in ('recommendation', 'appraisal')),
    row_id uuid,
    way text not null check (way in ('link', 'paper')),
    state text not null check (state in ('invited', 'filled', 'returned', 'cancelled')),
    invited_name text not null,
    invited_at timestamptz not null,
    /* Of a link: the hash of its secret, and until when it holds. */
    token_hash bytea unique,
    expires_at timestamptz,
    name text,
    /* Keyed hash of the ID number: tells people apart and nothing else. */
    id_index bytea,
    unit text,
    title_name text,
    title_level text,
    field text,
    relation text,
    title_years int,
    national_talent boolean,
    relation_to_applicant text,
    opinion text,
    file_id uuid unique references blob,
    file_name text,
    filled_at timestamptz,
    checked_at timestamptz,
    checked_by uuid references person,
    check_reason text,
    check ((kind = 'appraisal') = (row_id is not null)),
    check (state <> 'filled' or (name is not null and id_index is not null and file_id is not null))
  )`.execute(db);
  await sql`create index endorsement_of on endorsement (application_id, id)`.execute(db);
  /* Two means two different people. */
  await sql`create unique index endorsement_person on endorsement
    (application_id, kind, coalesce(row_id, application_id), id_index) where state = 'filled'`.execute(db);
  await protect(db, 'endorsement', { or: 'exists (select from application a where a.id = application_id)' });

  await sql`create table pledge_signature (
    id uuid primary key,
    application_id uuid not null references application,
    way text not null check (way in ('phone', 'scan')),
    token_hash bytea unique,
    expires_at timestamptz,
    begun_at timestamptz not null,
    /* What was signed, word by word. */
    text_hash text not null,
    signed_at timestamptz,
    file_id uuid unique references blob,
    file_name text,
    check ((signed_at is null) = (file_id is null))
  )`.execute(db);
  await sql`create index pledge_signature_of on pledge_signature (application_id, id)`.execute(db);
  await protect(db, 'pledge_signature', { or: 'exists (select from application a where a.id = application_id)' });
}

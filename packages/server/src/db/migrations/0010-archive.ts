import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Who belongs to which unit, the archive of each person, and the evidence of its rows. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table unit_member (
    id uuid primary key,
    unit_id uuid not null references unit,
    person_id uuid not null references person,
    post text not null default '',
    joined_on date not null,
    left_on date,
    check (left_on is null or left_on >= joined_on)
  )`.execute(db);
  /* One unit at a time: it verifies and recommends. */
  await sql`create unique index unit_member_now on unit_member (person_id) where left_on is null`.execute(db);
  await sql`create index unit_member_of on unit_member (unit_id, person_id) where left_on is null`.execute(db);
  await protect(db, 'unit_member', { person: 'person_id', subjects: ['unit_id'] });

  await sql`create table archive_row (
    id uuid primary key,
    person_id uuid not null references person,
    /* The unit that verifies; null while the person belongs to none. */
    unit_id uuid references unit,
    kind text not null,
    state text not null check (state in ('draft', 'waiting', 'verified', 'returned', 'recycled')),
    fields jsonb not null default '{}',
    /* Fields that are personal data, as JSON sealed with the person's key. */
    sealed bytea,
    /* The version at which each field was last changed, to merge autosaves made on an older one. */
    field_versions jsonb not null default '{}',
    version int not null default 0,
    return_items jsonb,
    returned_at timestamptz,
    submitted_at timestamptz,
    verified_at timestamptz,
    verified_by uuid,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    check ((state = 'verified') <= (verified_at is not null and verified_by is not null)),
    check ((state = 'returned') <= (return_items is not null and returned_at is not null))
  )`.execute(db);
  await sql`create index archive_row_person on archive_row (person_id, id)`.execute(db);
  await sql`create index archive_row_waiting on archive_row (unit_id, person_id, submitted_at)
    where state = 'waiting'`.execute(db);
  await sql`create index archive_row_unit on archive_row (unit_id, person_id, id)
    where state in ('waiting', 'verified', 'returned')`.execute(db);
  await sql`create unique index archive_row_single on archive_row (person_id, kind)
    where kind in ('basic', 'conduct') and state <> 'recycled'`.execute(db);
  await protect(db, 'archive_row', { person: 'person_id', subjects: ['unit_id'] });

  await sql`create table archive_evidence (
    id uuid primary key,
    row_id uuid not null references archive_row,
    person_id uuid not null,
    unit_id uuid,
    /* The encrypted file; its id never leaves the server. */
    blob_id uuid not null unique references blob,
    name text not null,
    media_type text not null,
    bytes bigint not null,
    /* Equal for equal files: the same paper used twice is found. */
    sameness bytea not null,
    purposes text[] not null default '{}',
    uploaded_at timestamptz not null,
    /* Removed from the row; kept, because a submission may rest on it. */
    removed_at timestamptz
  )`.execute(db);
  await sql`create index archive_evidence_row on archive_evidence (row_id, id) where removed_at is null`.execute(db);
  await sql`create index archive_evidence_sameness on archive_evidence (sameness)`.execute(db);
  await protect(db, 'archive_evidence', { person: 'person_id', subjects: ['unit_id'] });
}

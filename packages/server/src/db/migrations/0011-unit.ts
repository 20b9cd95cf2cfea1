import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** What a unit states about its people, and its democratic appraisals. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table unit_attestation (
    id uuid primary key,
    unit_id uuid not null references unit,
    person_id uuid not null references person,
    attestation text not null,
    /* 0 for all but the yearly assessment. */
    year int not null,
    holds boolean not null,
    result text,
    years int,
    note text not null,
    signed_by uuid not null references person,
    signed_at timestamptz not null,
    /* Replaced by a later one; kept. */
    superseded_at timestamptz,
    check ((attestation = 'assessment') = (year > 0)),
    check ((attestation = 'assessment') = (result is not null))
  )`.execute(db);
  await sql`create unique index unit_attestation_now on unit_attestation (person_id, unit_id, attestation, year)
    where superseded_at is null`.execute(db);
  await protect(db, 'unit_attestation', { person: 'person_id', subjects: ['unit_id'] });

  await sql`create table unit_appraisal (
    id uuid primary key,
    organiser_id uuid not null,
    application_id uuid not null,
    unit_id uuid not null,
    person_id uuid not null,
    held_on date not null,
    meeting text not null,
    members jsonb not null,
    bases text[] not null,
    instruments text[] not null,
    candidates int not null check (candidates >= 1),
    place int not null check (place between 1 and candidates),
    conduct text not null,
    opinion text not null,
    recommended boolean not null,
    recorded_by uuid not null references person,
    recorded_at timestamptz not null
  )`.execute(db);
  await sql`create index unit_appraisal_application on unit_appraisal (application_id, recorded_at)`.execute(db);
  await protect(db, 'unit_appraisal', { organiser: 'organiser_id', subjects: ['unit_id'], appendOnly: true });
}

import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Plans that run, applications and what was submitted. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table plan (
    id uuid primary key,
    organiser_id uuid not null,
    /* The published version every new application of this plan pins. */
    pack text not null,
    pack_number int not null,
    name text not null,
    year int not null,
    /* Authority that confirms its results. */
    confirmer_id uuid not null,
    opened_at timestamptz not null,
    foreign key (pack, pack_number) references policy_version (pack, number)
  )`.execute(db);
  await sql`create index plan_organiser on plan (organiser_id, year)`.execute(db);
  await protect(db, 'plan', { everybody: 'read', organiser: 'organiser_id' });

  await sql`create sequence application_number`.execute(db);
  await sql`grant usage on sequence application_number to zhiping_app, zhiping_jobs`.execute(db);
  await sql`create table application (
    id uuid primary key,
    organiser_id uuid not null,
    plan_id uuid not null references plan,
    /* Version of the plan this application is judged by for all its life. */
    pack text not null,
    pack_number int not null,
    number text not null unique,
    person_id uuid not null,
    unit_id uuid not null,
    authority_id uuid,
    association_id uuid,
    confirmer_id uuid not null,
    specialty text not null,
    level text not null,
    route text not null,
    stage text not null,
    /* Whose turn it is, and until when: for worklists; the truth is in state. */
    waits_for text not null,
    due_at timestamptz,
    state jsonb not null,
    /* What the applicant fills in, and the version of each field for autosave. */
    content jsonb not null default '{}',
    content_versions jsonb not null default '{}',
    version int not null default 0,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    foreign key (pack, pack_number) references policy_version (pack, number)
  )`.execute(db);
  await sql`create unique index application_once on application (person_id, plan_id)
    where stage not in ('withdrawn', 'not-recommended', 'refused', 'expired', 'not-passed', 'cancelled')`.execute(db);
  await sql`create index application_work on application (organiser_id, stage, id)`.execute(db);
  await sql`create index application_unit on application (unit_id, stage, id)`.execute(db);
  await sql`create index application_authority on application (authority_id, stage, id)`.execute(db);
  await sql`create index application_association on application (association_id, stage, id)`.execute(db);
  await sql`create index application_confirmer on application (confirmer_id, stage, id)`.execute(db);
  await sql`create index application_plan on application (plan_id, stage, id)`.execute(db);
  await protect(db, 'application', {
    organiser: 'organiser_id',
    person: 'person_id',
    subjects: ['unit_id', 'authority_id', 'association_id', 'confirmer_id'],
  });

  /* Frozen at each submission; never changed. */
  await sql`create table application_submission (
    id uuid primary key,
    organiser_id uuid not null,
    application_id uuid not null references application,
    ordinal int not null,
    snapshot jsonb not null,
    snapshot_hash text not null,
    /* The engine's answer at that moment and what it rested on; null where the standard is not packed. */
    report jsonb,
    verdict text,
    standard_pack text,
    standard_hash text,
    received_at timestamptz not null,
    receipt jsonb,
    unique (application_id, ordinal)
  )`.execute(db);
  await protect(db, 'application_submission', {
    or: 'exists (select from application a where a.id = application_id)',
  });
}

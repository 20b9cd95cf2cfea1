import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Self-registered people and units, named staff by invitation, joining and leaving. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table person
    add column email_sealed bytea,
    add column email_index bytea,
    /* Whether somebody has compared the stated number with the identity document. */
    add column identity text not null default 'confirmed' check (identity in ('stated', 'confirmed')),
    /* Blind index of a number nobody has checked: not unique, or registering would tell who has an account. */
    add column id_number_stated bytea,
    add check ((identity = 'stated') <= (id_number_index is null))`.execute(db);
  await sql`create index person_phone on person (phone_index)`.execute(db);
  await sql`create index person_email on person (email_index)`.execute(db);
  await sql`create index person_stated on person (id_number_stated)`.execute(db);

  await sql`alter table unit
    /* Null: follows from the area (see application/unit-traits.ts). */
    add column affiliation text check (affiliation in ('central', 'province', 'city', 'other-province')),
    add column category text not null default 'other' check (category in ('university', 'hospital', 'other')),
    add column second_level_names text[] not null default '{}',
    /* 人事代理机构: takes people without a unit. */
    add column agency boolean not null default false,
    add column contact_name text not null default '',
    add column contact_phone text not null default ''`.execute(db);
  await sql`create index unit_name on unit using gin (name gin_trgm_ops)`.execute(db);
  await sql`create index unit_authority on unit (authority_id, id)`.execute(db);

  await sql`alter table unit_member
    /* Where somebody works whom an agency looks after. */
    add column employer_name text not null default '',
    add column left_reason text not null default ''`.execute(db);
  await sql`create index unit_member_person on unit_member (person_id, joined_on)`.execute(db);

  await sql`create table unit_registration (
    id uuid primary key,
    person_id uuid not null references person,
    /* The authority the units of its area are delegated to; null: the platform itself. */
    authority_id uuid references authority,
    state text not null check (state in ('waiting', 'approved', 'returned', 'refused', 'withdrawn')),
    name text not null,
    credit_code text not null,
    kind text not null,
    category text not null,
    affiliation text not null,
    area text not null,
    second_level_names text[] not null,
    agency boolean not null,
    contact_name text not null,
    contact_phone text not null,
    letter_blob uuid not null references blob,
    letter_name text not null,
    reason text not null default '',
    created_at timestamptz not null,
    decided_at timestamptz,
    decided_by uuid references person,
    unit_id uuid references unit,
    check ((state = 'approved') = (unit_id is not null))
  )`.execute(db);
  await sql`create unique index unit_registration_waiting on unit_registration (credit_code)
    where state = 'waiting'`.execute(db);
  await sql`create index unit_registration_person on unit_registration (person_id, id)`.execute(db);
  await sql`create index unit_registration_authority on unit_registration (authority_id, state, id)`.execute(db);
  /* Undelegated ones are the platform's; which of its administrators, the permission table says. */
  const platforms = 'authority_id is null and cardinality(actor_organisers()) > 0';
  await protect(db, 'unit_registration', { person: 'person_id', subjects: ['authority_id'], or: platforms });

  await sql`create table unit_invitation (
    id uuid primary key,
    unit_id uuid not null references unit,
    kind text not null check (kind in ('staff', 'member')),
    /* SHA-256 of the secret in the link. */
    token_hash bytea not null unique,
    name text not null,
    post text not null,
    invited_by uuid not null references person,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    used_by uuid references person,
    revoked_at timestamptz
  )`.execute(db);
  await sql`create index unit_invitation_unit on unit_invitation (unit_id, id)`.execute(db);
  await protect(db, 'unit_invitation', { subjects: ['unit_id'] });

  await sql`create table joining (
    id uuid primary key,
    unit_id uuid not null references unit,
    person_id uuid not null references person,
    /* Who began: the person asked, or the unit invited. */
    begun_by text not null check (begun_by in ('person', 'unit')),
    post text not null,
    employer_name text not null,
    state text not null check (state in ('waiting', 'accepted', 'refused', 'withdrawn')),
    reason text not null default '',
    created_at timestamptz not null,
    decided_at timestamptz,
    decided_by uuid references person
  )`.execute(db);
  await sql`create unique index joining_waiting on joining (person_id) where state = 'waiting'`.execute(db);
  await sql`create index joining_person on joining (person_id, id)`.execute(db);
  await sql`create index joining_unit on joining (unit_id, id) where state = 'waiting'`.execute(db);
  await protect(db, 'joining', { person: 'person_id', subjects: ['unit_id'] });
}

import { RELATIONS } from '@zhiping/core';
import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Organisations, persons, accounts, sessions and what a person is to an organisation. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table organiser (
    id uuid primary key,
    name text not null unique,
    office_name text not null,
    /* Business time is ahead of real time by so much; more than zero in demonstration mode only. */
    clock_offset_ms bigint not null default 0,
    created_at timestamptz not null default now()
  )`.execute(db);
  await sql`create table authority (
    id uuid primary key,
    name text not null unique,
    /* Administrative area it seals for, e.g. 沈阳市. */
    area text not null,
    created_at timestamptz not null default now()
  )`.execute(db);
  await sql`create table association (
    id uuid primary key,
    name text not null unique,
    created_at timestamptz not null default now()
  )`.execute(db);
  await sql`create table unit (
    id uuid primary key,
    name text not null,
    credit_code text not null unique check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
    kind text not null check (kind in ('public-institution', 'enterprise', 'private', 'social')),
    area text not null,
    authority_id uuid references authority,
    association_id uuid references association,
    created_at timestamptz not null default now()
  )`.execute(db);
  for (const table of ['organiser', 'authority', 'association', 'unit']) {
    await protect(db, table, { everybody: 'read' });
  }
  await sql`create table person (
    id uuid primary key,
    name text not null,
    /* Sealed with the person's own key; equality by blind index. Destroying the key erases them. */
    id_number_sealed bytea,
    id_number_index bytea unique,
    phone_sealed bytea,
    phone_index bytea,
    wrapped_key bytea not null,
    created_at timestamptz not null default now()
  )`.execute(db);
  await protect(db, 'person', { person: 'id', publicWhen: 'actor_person() is not null' });

  await sql`create table account (
    person_id uuid primary key references person,
    username text not null,
    password_hash text not null,
    failed_attempts int not null default 0,
    locked_until timestamptz,
    changed_at timestamptz not null default now()
  )`.execute(db);
  await sql`create unique index account_username on account (lower(username))`.execute(db);
  await protect(db, 'account', { person: 'person_id' });

  await sql`create table session (
    token_hash bytea primary key,
    person_id uuid not null references person,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null
  )`.execute(db);
  await sql`create index session_person on session (person_id)`.execute(db);
  await protect(db, 'session', { person: 'person_id' });

  await sql`create table relation (
    id uuid primary key,
    person_id uuid not null references person,
    relation text not null check (relation in (${sql.raw(RELATIONS.map((name) => `'${name}'`).join(', '))})),
    subject_id uuid not null,
    organiser_id uuid,
    created_at timestamptz not null default now(),
    ended_at timestamptz,
    unique nulls not distinct (person_id, relation, subject_id, ended_at)
  )`.execute(db);
  await sql`create index relation_subject on relation (subject_id) where ended_at is null`.execute(db);
  await protect(db, 'relation', { person: 'person_id', organiser: 'organiser_id', subjects: ['subject_id'] });

  /* Opens a request in one round trip: who the session says it is, told to row level security for this transaction. */
  await sql`create function begin_request(token text, at timestamptz) returns jsonb
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare who uuid; seen timestamptz; until timestamptz; held jsonb; clocks jsonb;
    begin
      if token <> '' then
        select person_id, last_seen_at, expires_at into who, seen, until from session
          where token_hash = decode(token, 'hex') and expires_at > at and last_seen_at > at - interval '30 minutes';
        if who is not null and seen < at - interval '1 minute' then
          update session set last_seen_at = at where token_hash = decode(token, 'hex');
        end if;
      end if;
      if who is not null then
        select jsonb_agg(jsonb_build_object('relation', relation, 'subjectId', subject_id, 'organiserId', organiser_id))
          into held from relation where person_id = who and ended_at is null;
      end if;
      select jsonb_agg(jsonb_build_object('id', id, 'offset', clock_offset_ms) order by id) into clocks from organiser;
      perform set_actor(who, coalesce(held, '[]'));
      return jsonb_build_object('personId', who, 'held', coalesce(held, '[]'), 'expiresAt', until,
        'clocks', coalesce(clocks, '[]'));
    end $$`.execute(db);
  await sql`create function set_actor(who uuid, held jsonb) returns void language sql as $$
    select set_config('zhiping.person', coalesce(who::text, ''), true),
      set_config('zhiping.organisers', coalesce((select array_agg(distinct one->>'organiserId')
        from jsonb_array_elements(held) one where one->>'organiserId' is not null)::text, '{}'), true),
      set_config('zhiping.subjects', coalesce((select array_agg(distinct one->>'subjectId')
        from jsonb_array_elements(held) one)::text, '{}'), true) $$`.execute(db);
  await sql`revoke all on function begin_request(text, timestamptz) from public`.execute(db);
  await sql`grant execute on function begin_request(text, timestamptz) to zhiping_app`.execute(db);
}

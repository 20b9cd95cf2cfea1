import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Second factor, where somebody is signed in, and who signed in when. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table second_factor (
    person_id uuid primary key references person,
    /* Key of the time-based codes, sealed with the person's key. */
    secret_sealed bytea not null,
    /* Null until the first code was right: only then is it asked for. */
    confirmed_at timestamptz,
    /* Time step of the last code that was taken: a code counts once. */
    last_step bigint not null default 0,
    failed_attempts int not null default 0,
    created_at timestamptz not null
  )`.execute(db);
  await protect(db, 'second_factor', { person: 'person_id' });
  await sql`create table recovery_code (
    person_id uuid not null references person,
    code_hash bytea not null,
    used_at timestamptz,
    primary key (person_id, code_hash)
  )`.execute(db);
  await protect(db, 'recovery_code', { person: 'person_id' });

  /* The step between password and code. */
  await sql`create table sign_in_challenge (
    token_hash bytea primary key,
    person_id uuid not null references person,
    way text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null
  )`.execute(db);
  await sql`create index sign_in_challenge_person on sign_in_challenge (person_id)`.execute(db);
  await protect(db, 'sign_in_challenge', { person: 'person_id' });

  await sql`alter table session
    add column id uuid not null default gen_random_uuid() unique,
    add column agent text not null default '',
    add column address text not null default '',
    /* The second factor is due and not set up yet: the session has none of the person's relations. */
    add column limited boolean not null default false`.execute(db);

  await sql`create table sign_in (
    id uuid primary key,
    /* Null: a name nobody has. */
    person_id uuid references person,
    at timestamptz not null,
    outcome text not null check (outcome in ('opened', 'code-asked', 'wrong-password', 'wrong-code', 'locked', 'unknown')),
    way text not null check (way in ('password', 'sign-on', 'registration')),
    address text not null,
    agent text not null
  )`.execute(db);
  await sql`create index sign_in_person on sign_in (person_id, id)`.execute(db);
  await sql`create index sign_in_refused on sign_in (address, at) 
    where outcome in ('wrong-password', 'wrong-code', 'unknown')`.execute(db);
  await protect(db, 'sign_in', { person: 'person_id', appendOnly: true });

  await sql`create table security_setting (
    name text primary key,
    value jsonb not null,
    changed_at timestamptz not null,
    changed_by uuid references person
  )`.execute(db);
  await protect(db, 'security_setting', { everybody: 'read' });

  /* As before; a limited session holds no relation. */
  await sql`create or replace function begin_request(token text, at timestamptz) returns jsonb
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare who uuid; seen timestamptz; until timestamptz; bare boolean; held jsonb; clocks jsonb;
    begin
      if token <> '' then
        select person_id, last_seen_at, expires_at, limited into who, seen, until, bare from session
          where token_hash = decode(token, 'hex') and expires_at > at and last_seen_at > at - interval '30 minutes';
        if who is not null and seen < at - interval '1 minute' then
          update session set last_seen_at = at where token_hash = decode(token, 'hex');
        end if;
      end if;
      if who is not null and not bare then
        select jsonb_agg(jsonb_build_object('relation', relation, 'subjectId', subject_id, 'organiserId', organiser_id))
          into held from relation where person_id = who and ended_at is null;
      end if;
      select jsonb_agg(jsonb_build_object('id', id, 'offset', clock_offset_ms) order by id) into clocks from organiser;
      perform set_actor(who, coalesce(held, '[]'));
      return jsonb_build_object('personId', who, 'held', coalesce(held, '[]'), 'expiresAt', until,
        'limited', coalesce(bare, false), 'clocks', coalesce(clocks, '[]'));
    end $$`.execute(db);
}

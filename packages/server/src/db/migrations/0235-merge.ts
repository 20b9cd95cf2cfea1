import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Two accounts of one person joined: what is asked for, what became of it, and the account nobody signs in with any more. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table account_merge (
    id uuid primary key,
    /* The account that stays, and the one joined into it. */
    into_person uuid not null references person,
    from_person uuid not null references person,
    way text not null check (way in ('password', 'sign-on')),
    /* A row past expires_at that is still code, proved or waiting has lapsed. */
    state text not null check (state in ('code', 'proved', 'waiting', 'lapsed', 'withdrawn', 'refused', 'done')),
    reason text not null default '',
    answer text not null default '',
    created_at timestamptz not null,
    expires_at timestamptz not null,
    asked_at timestamptz,
    ended_at timestamptz,
    ended_by uuid references person,
    /* Where the joined account was reached, sealed with the key of the one that stays: both are told when it is done. */
    contacts_sealed bytea,
    check (into_person <> from_person),
    check ((asked_at is not null) or state in ('code', 'proved', 'lapsed', 'withdrawn')),
    check ((ended_at is null) = (state in ('code', 'proved', 'waiting')))
  )`.execute(db);
  await sql`create unique index account_merge_into on account_merge (into_person) where state = 'waiting'`.execute(db);
  await sql`create unique index account_merge_from on account_merge (from_person) where state = 'waiting'`.execute(db);
  await sql`create index account_merge_of_into on account_merge (into_person, id)`.execute(db);
  await sql`create index account_merge_of_from on account_merge (from_person, id)`.execute(db);
  await sql`create index account_merge_waiting on account_merge (id) where state = 'waiting'`.execute(db);
  await sql`create index account_merge_ended on account_merge (id) where state in ('refused', 'done')`.execute(db);
  await protect(db, 'account_merge', { or: 'into_person = actor_person() or from_person = actor_person()' });

  /* The row stays, so that the user name is nobody else's and what refers to the person keeps its name. */
  await sql`alter table account
    add column merged_into uuid references person,
    add column merged_at timestamptz,
    add check ((merged_into is null) = (merged_at is null)),
    add check (merged_into is distinct from person_id)`.execute(db);
  await sql`create index account_merged_into on account (merged_into) where merged_into is not null`.execute(db);
  await sql`alter table sign_in drop constraint sign_in_outcome_check, add constraint sign_in_outcome_check
    check (outcome in ('opened', 'code-asked', 'wrong-password', 'wrong-code', 'locked', 'unknown', 'merged'))`.execute(
    db,
  );

  /* What is only added otherwise changes hands with the person it is about, and in nothing else. */
  for (const [table, columns] of [
    ['access_log', 'person_id'],
    ['former_name', 'person_id, former_sealed'],
    ['result_decision', 'person_id'],
    ['unit_appraisal', 'person_id'],
  ] as const) {
    await sql`grant update (${sql.raw(columns)}) on ${sql.id(table)} to zhiping_jobs`.execute(db);
  }

  /* What a person has is found by the person. */
  await sql`create index blob_owner on blob (owner_person_id) where owner_person_id is not null`.execute(db);
  await sql`create index result_line_of on result_line (person_id) where person_id is not null`.execute(db);
  await sql`create index self_appointment_person on self_appointment (person_id)`.execute(db);
  await sql`create index unit_attestation_person on unit_attestation (person_id)`.execute(db);

  /* Held shared by every request of a person until it ends, held alone while the person's accounts are joined. */
  await sql`create function person_lock(who uuid) returns bigint language sql immutable parallel safe as $$
    select hashtextextended(who::text, 235) $$`.execute(db);

  /* As before, under the lock of the person: a request finds an account joined or not, never half of it. */
  await sql`create or replace function begin_request(token text, at timestamptz) returns jsonb
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare who uuid; seen timestamptz; until timestamptz; bare boolean; held jsonb; clocks jsonb;
    begin
      if token <> '' then
        select person_id, last_seen_at, expires_at, limited into who, seen, until, bare from session
          where token_hash = decode(token, 'hex') and expires_at > at and last_seen_at > at - interval '30 minutes';
        if who is not null then
          perform pg_advisory_xact_lock_shared(person_lock(who));
          /* Ended while we waited. */
          if not exists (select from session where token_hash = decode(token, 'hex')) then
            who := null; until := null; bare := null;
          end if;
        end if;
        if who is not null and seen < at - interval '1 minute' then
          update session set last_seen_at = at where token_hash = decode(token, 'hex');
        end if;
      end if;
      if who is not null and not bare then
        select jsonb_agg(one) into held from (
          select jsonb_build_object('relation', relation, 'subjectId', subject_id, 'organiserId', organiser_id) as one
            from relation where person_id = who and ended_at is null
          union all
          select jsonb_build_object('relation', relation, 'subjectId', subject_id, 'organiserId', organiser_id,
            'inPlaceOf', from_person) from standing_delegation where to_person = who) held_by;
      end if;
      select jsonb_agg(jsonb_build_object('id', id, 'offset', clock_offset_ms) order by id) into clocks from organiser;
      perform set_actor(who, coalesce(held, '[]'));
      return jsonb_build_object('personId', who, 'held', coalesce(held, '[]'), 'expiresAt', until,
        'limited', coalesce(bare, false), 'clocks', coalesce(clocks, '[]'));
    end $$`.execute(db);
  await sql`create or replace function begin_token(token text, at timestamptz) returns jsonb
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare t api_token; before uuid; held jsonb; clocks jsonb;
    begin
      loop
        select * into t from api_token where token_hash = decode(token, 'hex') and revoked_at is null and expires_at > at;
        if t.id is null then return null; end if;
        /* Went over to the account that stays while we waited for the lock: lock that one. */
        exit when before is not distinct from t.person_id;
        before := t.person_id;
        perform pg_advisory_xact_lock_shared(person_lock(before));
      end loop;
      select jsonb_agg(jsonb_build_object('relation', relation, 'subjectId', subject_id, 'organiserId', organiser_id))
        into held from relation where person_id = t.person_id and relation.relation = t.relation
          and subject_id = t.subject_id and ended_at is null;
      if held is null then return null; end if;
      if t.last_used_at is null or t.last_used_at < at - interval '1 minute' then
        update api_token set last_used_at = at where id = t.id;
      end if;
      select jsonb_agg(jsonb_build_object('id', id, 'offset', clock_offset_ms) order by id) into clocks from organiser;
      perform set_actor(t.person_id, held);
      return jsonb_build_object('personId', t.person_id, 'held', held, 'expiresAt', null, 'limited', false,
        'actions', to_jsonb(t.actions), 'clocks', coalesce(clocks, '[]'));
    end $$`.execute(db);
}

import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Somebody acts in a colleague's place from day to day, or takes a post over for good. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table delegation (
    id uuid primary key,
    kind text not null check (kind in ('delegation', 'handover')),
    /* What is delegated: worth nothing once its holder no longer holds it. */
    relation_id uuid not null references relation,
    from_person uuid not null references person,
    relation text not null check (relation in ('unit', 'authority', 'association', 'office', 'confirmer')),
    subject_id uuid not null,
    organiser_id uuid,
    /* Whom it is meant for: the name must be that of whoever takes it. */
    name text not null,
    to_person uuid references person,
    first_day date not null,
    last_day date not null,
    reason text not null,
    /* SHA-256 of the secret in the link. */
    token_hash bytea not null unique,
    created_at timestamptz not null,
    offer_expires_at timestamptz not null,
    taken_at timestamptz,
    ended_at timestamptz,
    ended_by uuid references person,
    check (first_day <= last_day),
    check ((taken_at is null) = (to_person is null)),
    check (to_person is distinct from from_person)
  )`.execute(db);
  await sql`create index delegation_from on delegation (from_person, id)`.execute(db);
  await sql`create index delegation_to on delegation (to_person, id)`.execute(db);
  await sql`create index delegation_subject on delegation (subject_id, relation) where ended_at is null`.execute(db);
  await protect(db, 'delegation', { or: 'from_person = actor_person() or to_person = actor_person()' });

  /* Delegations that hold now: days are the business days of the organiser, or of the furthest of all where there is none. */
  await sql`create view standing_delegation as
    select d.id, d.relation, d.subject_id, d.organiser_id, d.from_person, d.to_person
    from delegation d join relation r on r.id = d.relation_id and r.ended_at is null
    where d.kind = 'delegation' and d.taken_at is not null and d.ended_at is null
      and ((clock_timestamp() + make_interval(secs => coalesce(
        (select o.clock_offset_ms from organiser o where o.id = d.organiser_id),
        (select max(o.clock_offset_ms) from organiser o), 0) / 1000.0)) at time zone 'Asia/Shanghai')::date
        between d.first_day and d.last_day
      and not exists (select from relation own where own.person_id = d.to_person and own.relation = d.relation
        and own.subject_id = d.subject_id and own.ended_at is null)`.execute(db);
  await sql`create function delegated_to(who uuid)
    returns table (relation text, subject_id uuid, organiser_id uuid, from_person uuid)
    language sql security definer set search_path = public, pg_temp as $$
      select relation, subject_id, organiser_id, from_person from standing_delegation where to_person = who $$`.execute(
    db,
  );
  await sql`revoke all on function delegated_to(uuid) from public`.execute(db);
  await sql`grant execute on function delegated_to(uuid) to zhiping_app, zhiping_jobs`.execute(db);

  /* As before, with what is held in a colleague's place. */
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

  /* As before; whoever acts in the place of a holder reads what is written to them. */
  await sql`create or replace function post_messages(postings jsonb, at timestamptz, outside boolean) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare written bigint; posted uuid[];
    begin
      with p as (
        select * from jsonb_to_recordset(postings) as p(posting uuid, person uuid, relation text, subject uuid,
          organiser uuid, template text, noun text, about uuid, occasion text, title text, body text)
      ), reader as (
        select p.*, p.person as reads from p where p.person is not null
        union
        select p.*, r.person_id from p join relation r
          on r.subject_id = p.subject and r.relation = p.relation and r.ended_at is null where p.person is null
        union
        select p.*, d.to_person from p join standing_delegation d
          on d.subject_id = p.subject and d.relation = p.relation where p.person is null
      ), fresh as (
        insert into message (id, posting_id, person_id, organiser_id, template, about_noun, about_id, occasion,
          title, body, created_at)
        select uuidv7(), posting, reads, organiser, template, noun, about, occasion, title, body, at from reader
        where template <> 'staff.digest'
          or not exists (select from message_preference m where m.person_id = reads and not m.digest)
        on conflict (person_id, template, about_id, occasion) do nothing
        returning id, posting_id, person_id, organiser_id, template
      ), kept as (
        insert into message_delivery (id, message_id, person_id, organiser_id, template, channel, state, created_at, changed_at)
        select uuidv7(), id, person_id, organiser_id, template, 'site', 'site', at, at from fresh where not outside
      )
      select count(*), coalesce(array_agg(distinct posting_id), '{}') into written, posted from fresh;
      if outside then
        perform graphile_worker.add_job('message.send', json_build_object('posting', one), max_attempts => 12)
          from unnest(posted) as one;
      end if;
      return written;
    end $$`.execute(db);
}

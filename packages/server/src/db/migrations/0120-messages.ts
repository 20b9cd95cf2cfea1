import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Messages, how they were delivered, how people want them, and notices to many. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table message (
    id uuid primary key,
    /* Rows written by one call: what is sent out together. */
    posting_id uuid not null,
    person_id uuid not null references person,
    organiser_id uuid not null references organiser,
    template text not null,
    about_noun text not null,
    about_id uuid not null,
    occasion text not null,
    title text not null,
    body text not null,
    created_at timestamptz not null,
    read_at timestamptz,
    /* Never the same message twice. */
    unique (person_id, template, about_id, occasion)
  )`.execute(db);
  await sql`create index message_person on message (person_id, id)`.execute(db);
  await sql`create index message_unread on message (person_id, id) where read_at is null`.execute(db);
  await sql`create index message_posting on message (posting_id, id)`.execute(db);
  await protect(db, 'message', { person: 'person_id' });

  await sql`create table message_delivery (
    id uuid primary key,
    message_id uuid not null references message,
    person_id uuid not null references person,
    organiser_id uuid not null references organiser,
    template text not null,
    channel text not null check (channel in ('mail', 'sms', 'site')),
    state text not null check (state in ('waiting', 'sent', 'failed', 'no-address', 'declined', 'site')),
    attempts int not null default 0,
    /* A code of ours, never what the other side said: that may hold the address. */
    error text not null default '',
    created_at timestamptz not null,
    changed_at timestamptz not null,
    unique (message_id, channel)
  )`.execute(db);
  await sql`create index message_delivery_organiser on message_delivery (organiser_id, id)`.execute(db);
  await sql`create index message_delivery_state on message_delivery (organiser_id, state, id)`.execute(db);
  await protect(db, 'message_delivery', { organiser: 'organiser_id' });

  await sql`create table message_preference (
    person_id uuid primary key references person,
    mail boolean not null,
    phone boolean not null,
    digest boolean not null
  )`.execute(db);
  await protect(db, 'message_preference', { person: 'person_id' });

  await sql`create table bulk_message (
    id uuid primary key,
    organiser_id uuid not null references organiser,
    plan_id uuid not null references plan,
    stages text[] not null,
    title text not null,
    body text not null,
    state text not null check (state in ('held', 'released', 'cancelled')),
    recipients int not null,
    held_by uuid not null references person,
    held_at timestamptz not null,
    decided_by uuid references person,
    decided_at timestamptz,
    version int not null default 0
  )`.execute(db);
  await sql`create index bulk_message_organiser on bulk_message (organiser_id, id)`.execute(db);
  await protect(db, 'bulk_message', { organiser: 'organiser_id' });

  /*
   * Writes messages to people whose rows the caller may not see: to one person, or to everybody who holds a relation.
   * Where nothing leads out of the site, the log says so at once; else one job sends what was written.
   */
  await sql`create function post_messages(postings jsonb, at timestamptz, outside boolean) returns bigint
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
  await sql`revoke all on function post_messages(jsonb, timestamptz, boolean) from public`.execute(db);
  await sql`grant execute on function post_messages(jsonb, timestamptz, boolean)
    to zhiping_app, zhiping_expert, zhiping_jobs`.execute(db);

  /* The next attempt of a delivery; a later call replaces an earlier one. */
  await sql`create function enqueue_delivery(delivery uuid, run_at timestamptz) returns void
    language sql security definer set search_path = public, pg_temp
    as $$ select graphile_worker.add_job('message.deliver', json_build_object('id', delivery), run_at => run_at,
      job_key => 'delivery ' || delivery, max_attempts => 12) $$`.execute(db);
  await sql`revoke all on function enqueue_delivery(uuid, timestamptz) from public`.execute(db);
  await sql`grant execute on function enqueue_delivery(uuid, timestamptz) to zhiping_app, zhiping_jobs`.execute(db);

  /* Who has something due soon, and how much waits for whom: asked once a day. */
  await sql`create index application_due_organiser on application (organiser_id, due_at) where due_at is not null`.execute(
    db,
  );

  /* The daily round of organisers that are there already; it sets itself again each time. */
  await sql`insert into deadline (id, organiser_id, what, subject_id, due_at)
    select gen_random_uuid(), id, 'message.daily', id, now() + clock_offset_ms * interval '1 millisecond'
    from organiser`.execute(db);
}

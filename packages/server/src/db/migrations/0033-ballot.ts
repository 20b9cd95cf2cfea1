import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Rounds of a ballot, attendance, and the envelopes, one partition a round that is dropped when the round ends. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table ballot_round (
    id uuid primary key,
    organiser_id uuid not null,
    meeting_id uuid not null references meeting,
    number int not null,
    state text not null check (state in ('check-in', 'open', 'sealed', 'counted', 'void')),
    members int not null,
    /* Packet ids in the order of the round, fixed when it opens. */
    items uuid[] not null,
    present int,
    rules jsonb not null,
    chair_key bytea,
    supervisor_key bytea,
    round_key bytea,
    /* The round's private key under both holders; gone when the round ends. */
    wrapped_ephemeral bytea,
    wrapped_box bytea,
    handed_share bytea,
    envelope_hashes text[],
    result jsonb,
    void_reason text,
    opened_at timestamptz,
    sealed_at timestamptz,
    ended_at timestamptz,
    unique (meeting_id, number),
    check (state not in ('counted', 'void') or
      (wrapped_box is null and wrapped_ephemeral is null and handed_share is null))
  )`.execute(db);
  /* One round at a time, and none after a counted one. */
  await sql`create unique index ballot_round_live on ballot_round (meeting_id) where state <> 'void'`.execute(db);
  await protect(db, 'ballot_round', {
    organiser: 'organiser_id',
    or: `exists (select from seat where seat.meeting_id = ballot_round.meeting_id and seat.person_id = actor_person())`,
    expert: true,
  });
  await sql`revoke insert, update, delete on ballot_round from zhiping_expert`.execute(db);
  await sql`grant select on seat to zhiping_expert`.execute(db);
  await sql`create policy own_seat on seat for select to zhiping_expert using (person_id = actor_person())`.execute(db);

  await sql`create table attendance (
    round_id uuid not null references ballot_round,
    organiser_id uuid not null,
    person_id uuid not null,
    primary key (round_id, person_id)
  )`.execute(db);
  await protect(db, 'attendance', { organiser: 'organiser_id', person: 'person_id' });

  /*
   * One row per attending expert, made when the round opens with random bytes of the right size. No time, no id, no
   * sequence. Each vote rewrites every row of the round, so that all rows always carry the same transaction id.
   */
  await sql`create table packet.envelope (
    round_id uuid not null,
    person_id uuid not null,
    sealed bytea not null,
    cast_ boolean not null default false,
    primary key (round_id, person_id)
  ) partition by list (round_id)`.execute(db);
  await protect(db, 'packet.envelope', { person: 'person_id', expert: true });
  await sql`revoke insert, update, delete on packet.envelope from zhiping_app, zhiping_expert`.execute(db);

  await sql`create function ballot_box_make(round uuid) returns void language plpgsql
    security definer set search_path = public, pg_temp as $$
    declare box text := 'envelope_' || replace(round::text, '-', '');
    begin
      execute format('create table packet.%I partition of packet.envelope for values in (%L)', box, round);
      /* Reached through the parent only; the part itself lets nobody in. */
      execute format('alter table packet.%I enable row level security', box);
      execute format('alter table packet.%I force row level security', box);
    end $$`.execute(db);
  /* Dropping unlinks the files: no dead rows, no heap, no order are left. */
  await sql`create function ballot_box_destroy(round uuid) returns void language plpgsql
    security definer set search_path = public, pg_temp as $$
    begin
      execute format('drop table if exists packet.%I', 'envelope_' || replace(round::text, '-', ''));
    end $$`.execute(db);
  await sql`revoke all on function ballot_box_make(uuid), ballot_box_destroy(uuid) from public`.execute(db);
  await sql`grant execute on function ballot_box_make(uuid), ballot_box_destroy(uuid) to zhiping_jobs`.execute(db);
  /* The vote itself: only the own row, only while open. Rewrites the whole round in one statement. */
  await sql`create function ballot_cast(round uuid, vote bytea) returns boolean language plpgsql
    security definer set search_path = public, pg_temp as $$
    declare size int;
    begin
      perform 1 from ballot_round where id = round and state = 'open' for share;
      if not found then return false; end if;
      select length(sealed) into size from packet.envelope where round_id = round and person_id = actor_person();
      if size is null or size <> length(vote) then return false; end if;
      update packet.envelope set
        sealed = case when person_id = actor_person() then vote else sealed end,
        cast_ = cast_ or person_id = actor_person()
        where round_id = round;
      return true;
    end $$`.execute(db);
  await sql`revoke all on function ballot_cast(uuid, bytea) from public`.execute(db);
  await sql`grant execute on function ballot_cast(uuid, bytea) to zhiping_expert, zhiping_jobs`.execute(db);
}

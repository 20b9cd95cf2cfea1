import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/**
 * What experts work with, in a schema of its own: redacted copies, scores, opinions, envelopes. The role of expert
 * routes has rights here and on nothing that tells who an applicant is.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create schema packet`.execute(db);
  await sql`revoke all on schema packet from public`.execute(db);
  await sql`grant usage on schema packet to zhiping_app, zhiping_expert, zhiping_jobs`.execute(db);

  /*
   * The packets the actor may read now: a seat taken, no recusal from the case, the meeting under way. A view, so that
   * whoever leaves a seat or is recused loses the packet in the same moment.
   */
  await sql`create view packet.mine as
    select c.packet_id, m.id as meeting_id from meeting_case c
    join meeting m on m.id = c.meeting_id and m.stage in ('reviewing', 'voting')
    join seat s on s.meeting_id = m.id and s.person_id = actor_person() and s.state = 'accepted'
    where c.applicant_person_id <> s.person_id
      and not exists (select from recusal r where r.packet_id = c.packet_id and r.person_id = s.person_id)`.execute(db);
  await sql`grant select on packet.mine to zhiping_app, zhiping_expert, zhiping_jobs`.execute(db);
  const reads = (column: string) => `exists (select from packet.mine r where r.packet_id = ${column})`;

  await sql`create table packet.packet (
    id uuid primary key,
    meeting_id uuid not null,
    number int not null,
    level text not null,
    specialty text not null,
    content jsonb not null
  )`.execute(db);
  await protect(db, 'packet.packet', { or: reads('packet.packet.id'), expert: true });

  await sql`create table packet.file (
    id uuid primary key,
    packet_id uuid not null references packet.packet,
    position int not null,
    name text not null,
    media_type text not null,
    blob_id uuid not null
  )`.execute(db);
  await protect(db, 'packet.file', { or: reads('packet.file.packet_id'), expert: true });

  await sql`create table packet.score (
    packet_id uuid not null references packet.packet,
    person_id uuid not null,
    organiser_id uuid not null,
    kind text not null check (kind in ('review', 'defence')),
    /* Hundredths by factor. */
    factors jsonb not null,
    total int not null check (total between 0 and 10000),
    comment text not null,
    version int not null default 0,
    primary key (packet_id, person_id, kind)
  )`.execute(db);
  await protect(db, 'packet.score', {
    or: `person_id = actor_person() and ${reads('packet.score.packet_id')}`,
    expert: true,
  });

  /* 第二十一条: a written opinion of at least three experts; every change asks for the signatures again. */
  await sql`create table packet.opinion (
    packet_id uuid primary key references packet.packet,
    text text not null,
    recommended boolean not null,
    version int not null default 0
  )`.execute(db);
  await protect(db, 'packet.opinion', { or: reads('packet.opinion.packet_id'), expert: true });
  await sql`create table packet.opinion_signature (
    packet_id uuid not null references packet.opinion,
    person_id uuid not null,
    primary key (packet_id, person_id)
  )`.execute(db);
  await protect(db, 'packet.opinion_signature', { or: reads('packet.opinion_signature.packet_id'), expert: true });
}

import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Meetings with their cases, draws, seats and recusals. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table meeting (
    id uuid primary key,
    organiser_id uuid not null references organiser,
    plan_pack text not null,
    plan_number int not null,
    filing_id uuid not null references committee_filing,
    title text not null,
    stage text not null check (stage in
      ('preparing', 'drawn', 'reviewing', 'voting', 'voted', 'publicised', 'closed')),
    held_on date not null,
    venue text not null,
    /* Members of the committee, chair included. */
    members int not null check (members % 2 = 1),
    chair_person_id uuid not null references person,
    /* Experts do not see names, units and numbers of applicants. */
    blind boolean not null,
    version int not null default 0
  )`.execute(db);
  await sql`create table seat (
    id uuid primary key,
    meeting_id uuid not null references meeting,
    organiser_id uuid not null,
    person_id uuid not null references person,
    /* Code of the person in the draw; null for the chair, who is named by the filing. */
    code text,
    position int not null,
    state text not null check (state in ('reserve', 'invited', 'accepted', 'declined', 'recused')),
    reason text,
    pledged_at timestamptz,
    answered_at timestamptz,
    version int not null default 0,
    unique (meeting_id, person_id)
  )`.execute(db);
  await protect(db, 'seat', { organiser: 'organiser_id', person: 'person_id' });
  await protect(db, 'meeting', {
    organiser: 'organiser_id',
    person: 'chair_person_id',
    or: 'exists (select from seat where seat.meeting_id = meeting.id and seat.person_id = actor_person())',
  });

  await sql`create table meeting_case (
    meeting_id uuid not null references meeting,
    application_id uuid primary key,
    organiser_id uuid not null,
    applicant_person_id uuid not null,
    unit_id uuid not null,
    /* Number under which the case is spoken of in the meeting. */
    number int not null,
    level text not null,
    specialty text not null,
    /* Random and told to experts only; nothing in the packet leads back here. */
    packet_id uuid not null unique,
    defence_at timestamptz,
    defence_room text,
    defence text not null check (defence in ('none', 'waiting', 'present', 'absent')),
    unique (meeting_id, number)
  )`.execute(db);
  await protect(db, 'meeting_case', { organiser: 'organiser_id' });

  await sql`create table draw (
    id uuid primary key,
    organiser_id uuid not null,
    meeting_id uuid not null references meeting,
    number text not null,
    stage text not null check (stage in
      ('announced', 'committed', 'revealed', 'completed', 'abandoned')),
    /* Pool, rules and recusals: opaque codes only. */
    input jsonb not null,
    office_commitment text not null,
    source jsonb not null,
    commitment jsonb,
    office_secret text,
    abandoned_reason text,
    /* Canonical JSON of the whole transcript. */
    transcript text,
    announced_at timestamptz not null,
    committed_at timestamptz,
    completed_at timestamptz,
    unique (organiser_id, number)
  )`.execute(db);
  await sql`create unique index draw_open on draw (meeting_id) where stage not in ('completed', 'abandoned')`.execute(
    db,
  );
  /* A numbered draw that is never completed stays visible for ever. */
  await protect(db, 'draw', { organiser: 'organiser_id', publicWhen: `stage <> 'announced'` });

  /* Who a code of a draw means; only the organiser knows. */
  await sql`create table draw_code (
    draw_id uuid not null references draw,
    organiser_id uuid not null,
    code text not null,
    person_id uuid not null references person,
    salt text not null,
    primary key (draw_id, code)
  )`.execute(db);
  await protect(db, 'draw_code', { organiser: 'organiser_id' });

  /* An expert who stays in the meeting but has nothing to do with this one case. */
  await sql`create table recusal (
    meeting_id uuid not null references meeting,
    organiser_id uuid not null,
    packet_id uuid not null,
    person_id uuid not null references person,
    kind text not null check (kind in ('declared', 'same-unit', 'endorser', 'applicant')),
    reason text not null,
    at timestamptz not null,
    primary key (packet_id, person_id)
  )`.execute(db);
  await protect(db, 'recusal', { organiser: 'organiser_id', person: 'person_id' });
}

import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** What is asked of a committee office before an application, and the papers of an entrusting chain (LN-2024 八). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table consultation (
    id uuid primary key,
    organiser_id uuid not null,
    plan_id uuid not null references plan,
    person_id uuid not null references person,
    unit_id uuid not null,
    kind text not null check (kind in ('green', 'entrusted')),
    specialty text not null,
    level text not null,
    state text not null check (state in ('asked', 'agreed', 'declined')),
    talents text[] not null,
    reason text not null,
    /* How the person is reached, sealed with a key of the request's own. */
    wrapped_key bytea not null,
    contact_sealed bytea not null,
    asked_at timestamptz not null,
    answered_at timestamptz,
    answered_by uuid references person,
    answer_reason text,
    agreed_talents text[] not null default '{}',
    version int not null default 0,
    check ((state = 'asked') = (answered_at is null))
  )`.execute(db);
  /* One that waits or was agreed to; a declined one may be asked again. */
  await sql`create unique index consultation_once on consultation (person_id, plan_id, kind, specialty, level)
    where state <> 'declined'`.execute(db);
  await sql`create index consultation_office on consultation (organiser_id, state, id)`.execute(db);
  await sql`create index consultation_person on consultation (person_id, id)`.execute(db);
  await protect(db, 'consultation', { organiser: 'organiser_id', person: 'person_id' });

  await sql`create table consultation_paper (
    id uuid primary key,
    consultation_id uuid not null references consultation,
    step text not null,
    number text not null,
    dated_on date not null,
    file_id uuid not null unique references blob,
    file_name text not null,
    handed_in_by uuid not null references person,
    handed_in_at timestamptz not null
  )`.execute(db);
  await sql`create index consultation_paper_of on consultation_paper (consultation_id, id)`.execute(db);
  await protect(db, 'consultation_paper', {
    or: 'exists (select from consultation c where c.id = consultation_id)',
    appendOnly: true,
  });
}

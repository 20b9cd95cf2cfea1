import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** What the office decides on each item of a submission, and the notices it sends. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table office_check_item (
    organiser_id uuid not null,
    application_id uuid not null references application,
    ordinal int not null,
    place text not null,
    decision text not null check (decision in ('accepted', 'correct')),
    problem text not null default '',
    what_to_do text not null default '',
    late_reason text not null default '',
    decided_by uuid not null,
    decided_at timestamptz not null,
    primary key (application_id, ordinal, place)
  )`.execute(db);
  await protect(db, 'office_check_item', { organiser: 'organiser_id' });

  /* One complete notice a submission, LN-2024 五(五)2; never changed once sent. */
  await sql`create table correction_notice (
    id uuid primary key,
    organiser_id uuid not null,
    application_id uuid not null references application,
    ordinal int not null,
    items jsonb not null,
    accepted_count int not null,
    verification_code text not null,
    issued_at timestamptz not null,
    unique (application_id, ordinal)
  )`.execute(db);
  await protect(db, 'correction_notice', {
    organiser: 'organiser_id',
    or: 'exists (select from application a where a.id = application_id)',
    appendOnly: true,
  });
}

import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Why a case defends: what the plan's triggers found at admission, and whom the committee named, each with its words. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table defence_reason (
    application_id uuid not null references meeting_case,
    trigger text not null,
    organiser_id uuid not null,
    label text not null,
    text text not null,
    /* applies: by the facts; open: depends on what is not known or not decided; named: somebody decided it. */
    state text not null check (state in ('applies', 'open', 'named')),
    /* What an open one depends on; why a named one was named. */
    detail text not null,
    named_by uuid,
    at timestamptz not null,
    primary key (application_id, trigger),
    check ((state = 'named') = (named_by is not null))
  )`.execute(db);
  await protect(db, 'defence_reason', { organiser: 'organiser_id' });
}

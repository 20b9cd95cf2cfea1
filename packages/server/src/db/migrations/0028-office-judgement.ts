import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** What the office decided on the things the engine leaves to a person (P6), by submission. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table office_judgement (
    organiser_id uuid not null,
    application_id uuid not null references application,
    ordinal int not null,
    judgement text not null,
    answer text not null,
    reason text not null default '',
    decided_by uuid not null,
    decided_at timestamptz not null,
    primary key (application_id, ordinal, judgement)
  )`.execute(db);
  await protect(db, 'office_judgement', { organiser: 'organiser_id' });
}

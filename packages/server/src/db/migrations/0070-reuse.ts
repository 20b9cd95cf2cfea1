import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** What each application uses: achievements and the self-report, with the marks under which a second use is found. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table achievement_use (
    id uuid primary key,
    application_id uuid not null references application,
    organiser_id uuid not null,
    person_id uuid not null,
    unit_id uuid not null,
    /* The archive row; the application itself for its self-report. */
    row_id uuid not null,
    kind text not null,
    title text not null,
    part text not null,
    text text not null,
    numbers text[] not null,
    files text[] not null,
    /* Numbers, fingerprints of files, bands of title and text: 64-bit hashes. Uses with one in common may be the same. */
    marks bigint[] not null,
    used_at timestamptz not null,
    unique (application_id, row_id)
  )`.execute(db);
  /* Without a list of pending entries: one would be searched from end to end by every submission. */
  await sql`create index achievement_use_marks on achievement_use using gin (marks) with (fastupdate = off)`.execute(
    db,
  );
  await protect(db, 'achievement_use', { organiser: 'organiser_id', person: 'person_id', subjects: ['unit_id'] });
}

import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Scans of the stamped page, LN-2024 五(六); every one handed in is kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table application_stamped_page (
    id uuid primary key,
    organiser_id uuid not null,
    application_id uuid not null references application,
    file_id uuid not null unique references blob,
    name text not null,
    media_type text not null,
    uploaded_at timestamptz not null
  )`.execute(db);
  await sql`create index stamped_page_of on application_stamped_page (application_id, id)`.execute(db);
  await protect(db, 'application_stamped_page', {
    or: 'exists (select from application a where a.id = application_id)',
  });
}

import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/**
 * The record with millions of events: what is not numbered yet stands in a table of its own, and every batch of numbers keeps
 * the roots of the full subtrees behind it, so that neither numbering nor a checkpoint reads the record from its beginning.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table record_pending (event_id uuid primary key)`.execute(db);
  await protect(db, 'record_pending', { appendOnly: true });
  await sql`drop policy insertable on record_pending`.execute(db);
  await sql`create policy insertable on record_pending for insert to zhiping_app, zhiping_expert
    with check (true)`.execute(db);
  await sql`grant insert on record_pending to zhiping_expert`.execute(db);
  await sql`grant delete on record_pending to zhiping_jobs`.execute(db);
  await sql`insert into record_pending
    select e.id from record_event e left join record_entry n on n.event_id = e.id where n.event_id is null`.execute(db);
  /* Roots of the full subtrees up to here, largest first, in the last entry of each batch; null in the others. */
  await sql`alter table record_entry add column frontier text[]`.execute(db);
  await sql`create index record_entry_frontier on record_entry (seq) where frontier is not null`.execute(db);
  await sql`create index record_event_organiser on record_event (organiser_id, id)`.execute(db);
}

import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Logs that end after a stated time are pruned by their age; names people had before. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index sign_in_age on sign_in (at)`.execute(db);
  await sql`create index access_log_age on access_log (at)`.execute(db);
  await sql`create index message_delivery_age on message_delivery (created_at)`.execute(db);
  /* Nobody changes a log; only the platform's own pruning takes old lines away. */
  await sql`grant delete on sign_in, access_log, message_delivery to zhiping_jobs`.execute(db);
  await sql`create table former_name (
    id uuid primary key,
    person_id uuid not null references person,
    /* Sealed with the person's own key, so that erasing the person erases them. */
    former_sealed bytea not null,
    document text not null,
    request_id uuid not null references privacy_request,
    changed_by uuid references person,
    changed_at timestamptz not null
  )`.execute(db);
  await sql`create index former_name_person on former_name (person_id, id)`.execute(db);
  await sql`create unique index former_name_request on former_name (request_id)`.execute(db);
  await protect(db, 'former_name', { person: 'person_id', appendOnly: true });
}

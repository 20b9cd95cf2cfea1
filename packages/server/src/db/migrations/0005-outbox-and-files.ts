import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** The outbox, and what is known of encrypted files. */
export async function up(db: Kysely<unknown>): Promise<void> {
  /* Requests may add work but not read the queue, whose tables belong to the owner. */
  await sql`create function enqueue_job(task text, payload json, key text) returns void
    language sql security definer set search_path = public, pg_temp
    as $$ select graphile_worker.add_job(task, payload, job_key => key, max_attempts => 12) $$`.execute(db);
  await sql`revoke all on function enqueue_job(text, json, text) from public`.execute(db);
  await sql`grant execute on function enqueue_job(text, json, text) to zhiping_app, zhiping_expert, zhiping_jobs`.execute(
    db,
  );

  await sql`create table blob (
    id uuid primary key,
    owner_person_id uuid,
    media_type text not null,
    bytes bigint not null check (bytes >= 0),
    /* HMAC of the content: equal files are recognised, the content is not. */
    sameness bytea not null,
    wrapped_key bytea not null,
    created_at timestamptz not null default now()
  )`.execute(db);
  await sql`create index blob_sameness on blob (sameness)`.execute(db);
  /* Ids are random and only ever reached through a row that a permission was decided on. */
  await protect(db, 'blob', { everybody: 'write', expert: true });
}

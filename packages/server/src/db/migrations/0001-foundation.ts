import { type Kysely, sql } from 'kysely';

/** What every later migration stands on: search, and who acts, as told by the transaction. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists pg_trgm`.execute(db);
  const schema = 'public';
  await sql`revoke create on schema ${sql.id(schema)} from public`.execute(db);
  await sql`grant usage on schema ${sql.id(schema)} to zhiping_app, zhiping_expert, zhiping_jobs`.execute(db);
  await sql`create function actor_person() returns uuid language sql stable parallel safe
    as $$ select nullif(current_setting('zhiping.person', true), '')::uuid $$`.execute(db);
  await sql`create function actor_organisers() returns uuid[] language sql stable parallel safe
    as $$ select coalesce(nullif(current_setting('zhiping.organisers', true), ''), '{}')::uuid[] $$`.execute(db);
  await sql`create function actor_subjects() returns uuid[] language sql stable parallel safe
    as $$ select coalesce(nullif(current_setting('zhiping.subjects', true), ''), '{}')::uuid[] $$`.execute(db);
}

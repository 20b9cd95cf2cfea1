import { type Kysely, sql } from 'kysely';

/** Opening a file needs its owner's wrapped key even where row level security hides the owner. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create function wrapped_key_of(who uuid) returns bytea language sql stable security definer
    set search_path = public, pg_temp as $$ select wrapped_key from person where id = who $$`.execute(db);
  await sql`revoke all on function wrapped_key_of(uuid) from public`.execute(db);
  await sql`grant execute on function wrapped_key_of(uuid) to zhiping_app, zhiping_expert, zhiping_jobs`.execute(db);
}

import { type Kysely, sql } from 'kysely';

/**
 * Uses that have a mark in common with the given ones. The planner takes hundreds of marks for half of the table and reads all
 * of it, comparing each row with each mark; by the index each mark is one descent. Runs with the rights of its caller.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create function other_uses(wanted bigint[], besides uuid, most int) returns setof achievement_use
    language sql stable set enable_seqscan = off set jit = off as $$
      select * from achievement_use where marks && wanted and application_id <> besides limit most
    $$`.execute(db);
  await sql`grant execute on function other_uses to zhiping_app, zhiping_jobs`.execute(db);
}

import { type Kysely, sql } from 'kysely';

/**
 * Uses that have a mark in common with the given ones, those with most in common first. Of each mark only `each` uses are
 * looked at: what half the country shares says nothing, and whoever really uses the same shares a rare mark too.
 * Runs with the rights of its caller.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create function uses_like(wanted bigint[], besides uuid, each int, most int) returns setof achievement_use
    language sql stable set enable_seqscan = off set jit = off as $$
      select u.* from (
        select c.id from unnest(wanted) mark, lateral (
          select id from achievement_use where marks @> array[mark] and application_id <> besides limit each
        ) c group by c.id order by count(*) desc, c.id limit most
      ) best join achievement_use u using (id)
    $$`.execute(db);
  await sql`grant execute on function uses_like to zhiping_app, zhiping_jobs`.execute(db);
  await sql`drop function other_uses`.execute(db);
}

import { type Kysely, sql } from 'kysely';

/**
 * Marks are computed in another way (ADR 0013): those of old uses say nothing any more. They are dropped with their column, which
 * takes no time, and written anew by the platform before it opens its doors (`markUses`); until then they are null.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table achievement_use drop column marks`.execute(db);
  await sql`alter table achievement_use
    /* Numbers, fingerprints of files, bands of title and text: 64-bit hashes. Uses with one in common may be the same. */
    add column marks bigint[]`.execute(db);
  await sql`create index achievement_use_marks on achievement_use using gin (marks) with (fastupdate = off)
    where marks is not null`.execute(db);
  await sql`create index achievement_use_unmarked on achievement_use (id) where marks is null`.execute(db);
  /*
   * As before, but says which of the marks were met instead of handing out all that a use has, and goes from the place found
   * in the index straight to the use. Its pages lie far apart, one for a mark: read by itself each comes sooner than by the
   * processes that read ahead.
   */
  await sql`drop function uses_like`.execute(db);
  await sql`create function uses_like(wanted bigint[], besides uuid, each int, most int)
    returns table (id uuid, application_id uuid, person_id uuid, title text, part text, text text, numbers text[],
      files text[], used_at timestamptz, met bigint[])
    language sql stable set enable_seqscan = off set jit = off set effective_io_concurrency = 0 as $$
      select u.id, u.application_id, u.person_id, u.title, u.part, u.text, u.numbers, u.files, u.used_at, best.met from (
        select c.place, array_agg(mark) met from unnest(wanted) mark, lateral (
          select ctid place from achievement_use where marks @> array[mark] and application_id <> besides limit each
        ) c group by c.place order by count(*) desc, c.place limit most
      ) best join achievement_use u on u.ctid = best.place
    $$`.execute(db);
  await sql`grant execute on function uses_like to zhiping_app, zhiping_jobs`.execute(db);
}

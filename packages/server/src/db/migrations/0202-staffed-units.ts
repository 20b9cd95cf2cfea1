import { type Kysely, sql } from 'kysely';

/** Whether anybody can act for a unit: what is sent to one without staff reaches nobody. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create function unit_staffed(unit uuid, besides uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
      select exists (select from relation r join account a on a.person_id = r.person_id
        where r.subject_id = unit and r.relation = 'unit' and r.ended_at is null
          and r.person_id is distinct from besides) $$`.execute(db);
  await sql`revoke all on function unit_staffed(uuid, uuid) from public`.execute(db);
  await sql`grant execute on function unit_staffed(uuid, uuid) to zhiping_app, zhiping_jobs`.execute(db);
}

import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/**
 * Orders for the bound papers of one application or of many: what the job is doing, and for some days its result. The ids of
 * those it is about are columns, so that whoever may read the papers reads the order.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table volume_order (
    id uuid primary key,
    application_id uuid,
    organiser_id uuid,
    person_id uuid,
    unit_id uuid,
    authority_id uuid,
    cases uuid[] not null check (cardinality(cases) between 1 and 500),
    name text not null,
    state text not null check (state in ('waiting', 'working', 'done', 'failed', 'expired')),
    percent int not null default 0 check (percent between 0 and 100),
    doing text not null default '',
    problems jsonb not null default '[]',
    blob_id uuid,
    bytes bigint,
    ordered_by uuid not null,
    ordered_at timestamptz not null,
    /* The job at work says so every few seconds; one that fell silent is started again. */
    beat_at timestamptz,
    ended_at timestamptz,
    expires_at timestamptz
  )`.execute(db);
  await sql`create index volume_order_application on volume_order (application_id, id desc)`.execute(db);
  await sql`create index volume_order_unit on volume_order (unit_id, id desc)`.execute(db);
  await sql`create index volume_order_authority on volume_order (authority_id, id desc)`.execute(db);
  await sql`create index volume_order_organiser on volume_order (organiser_id, id desc)`.execute(db);
  await sql`create index volume_order_open on volume_order (state) where state in ('waiting', 'working')`.execute(db);
  await sql`create index volume_order_kept on volume_order (expires_at) where state = 'done'`.execute(db);
  await protect(db, 'volume_order', {
    organiser: 'organiser_id',
    person: 'person_id',
    subjects: ['unit_id', 'authority_id'],
  });
}

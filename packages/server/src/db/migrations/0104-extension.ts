import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Longer windows for everybody: proposed by one person, in force once another has approved. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table window_extension (
    id uuid primary key,
    organiser_id uuid not null,
    plan_id uuid not null references plan,
    pack text not null,
    window_id text not null,
    from_closes_on date not null,
    to_closes_on date not null,
    reason text not null,
    state text not null check (state in ('proposed', 'approved', 'declined')),
    proposed_by uuid not null,
    proposed_at timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    revived int not null default 0,
    check (to_closes_on > from_closes_on),
    check (decided_by is distinct from proposed_by or state = 'declined')
  )`.execute(db);
  await sql`create unique index window_extension_open on window_extension (plan_id, window_id) where state = 'proposed'`.execute(
    db,
  );
  await sql`create index window_extension_pack on window_extension (pack) where state = 'approved'`.execute(db);
  /* Public once approved; who proposed and approved is an id. */
  await protect(db, 'window_extension', { everybody: 'read', organiser: 'organiser_id' });
}

import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** What became of a unit: renamed, merged into another, closed. Nothing of before is overwritten without being kept here. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table unit
    /* The first day on which it is no more; null while it exists. */
    add column ended_on date,
    /* The unit it was merged into. */
    add column successor_id uuid references unit,
    add check (successor_id is null or ended_on is not null)`.execute(db);
  await sql`create table unit_change (
    id uuid primary key,
    unit_id uuid not null references unit,
    kind text not null check (kind in ('renamed', 'merged', 'closed')),
    valid_from date not null,
    /* Its exact seal name up to that day. */
    old_name text not null,
    new_name text,
    successor_id uuid references unit,
    document text not null,
    reason text not null,
    changed_by uuid references person,
    changed_at timestamptz not null,
    check ((kind = 'renamed') = (new_name is not null)),
    check ((kind = 'merged') = (successor_id is not null))
  )`.execute(db);
  await sql`create index unit_change_unit on unit_change (unit_id, valid_from, id)`.execute(db);
  await sql`create index unit_change_name on unit_change using gin (old_name gin_trgm_ops)`.execute(db);
  await protect(db, 'unit_change', { everybody: 'read', appendOnly: true });
  await sql`create trigger append_only before update or delete or truncate on unit_change
    for each statement execute function refuse_change()`.execute(db);
  /* The exact seal name of a unit on a day: the name kept by the first renaming after it, else the present one. */
  await sql`create function unit_name_on(unit uuid, day date) returns text language sql stable parallel safe as $$
    select coalesce(
      (select c.old_name from unit_change c where c.unit_id = $1 and c.kind = 'renamed' and c.valid_from > $2
        order by c.valid_from, c.id limit 1),
      (select u.name from unit u where u.id = $1)) $$`.execute(db);
}

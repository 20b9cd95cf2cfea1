import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Versions of standards, plans and calendars. The database is the only place of publication. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table policy_version (
    pack text not null,
    number int not null check (number > 0),
    kind text not null check (kind in ('standard', 'plan', 'calendar')),
    name text not null,
    /* Canonical JSON exactly as hashed. */
    content text not null,
    hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
    /* The files it was made from, by name. */
    source jsonb not null,
    imported_at timestamptz not null,
    primary key (pack, number)
  )`.execute(db);
  await protect(db, 'policy_version', { everybody: 'read', appendOnly: true });
  await sql`create table policy_approval (
    pack text not null,
    number int not null,
    person_id uuid not null,
    approved_at timestamptz not null,
    primary key (pack, number, person_id),
    foreign key (pack, number) references policy_version
  )`.execute(db);
  await protect(db, 'policy_approval', { person: 'person_id', publicWhen: 'true', appendOnly: true });
  for (const table of ['policy_version', 'policy_approval']) {
    await sql`create trigger append_only before update or delete or truncate on ${sql.id(table)}
      for each statement execute function refuse_change()`.execute(db);
  }
}

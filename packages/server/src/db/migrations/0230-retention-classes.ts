import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** How long each class of documents is kept: proposed by one person, in force once another agreed. And holds 保全. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table retention_change (
    id uuid primary key,
    class text not null,
    /* Null: for ever. */
    months int check (months > 0),
    reason text not null,
    state text not null check (state in ('proposed', 'approved', 'declined')),
    proposed_by uuid not null references person,
    proposed_at timestamptz not null,
    decided_by uuid references person,
    decided_at timestamptz,
    check ((state = 'proposed') = (decided_at is null)),
    check (decided_by is distinct from proposed_by or state = 'declined')
  )`.execute(db);
  await sql`create unique index retention_change_open on retention_change (class) where state = 'proposed'`.execute(db);
  await sql`create index retention_change_class on retention_change (class, decided_at) where state = 'approved'`.execute(
    db,
  );
  await protect(db, 'retention_change', { everybody: 'read' });

  /* What a single security administrator had set for the logs stays in force. */
  await sql`insert into retention_change (id, class, months, reason, state, proposed_by, proposed_at, decided_at)
    select uuidv7(), of.key, of.value::int, '沿用以前规定的期限', 'approved', s.changed_by, s.changed_at, s.changed_at
    from security_setting s, jsonb_each_text(to_jsonb(s.value)) of
    where s.name = 'retention' and s.changed_by is not null`.execute(db);
  await sql`delete from security_setting where name = 'retention'`.execute(db);

  await sql`create table retention_hold (
    id uuid primary key,
    organiser_id uuid not null,
    application_id uuid not null references application,
    reason text not null,
    placed_by uuid not null references person,
    placed_at timestamptz not null,
    released_by uuid references person,
    released_at timestamptz,
    release_reason text not null default '',
    check ((released_at is null) = (released_by is null))
  )`.execute(db);
  await sql`create unique index retention_hold_standing on retention_hold (application_id) where released_at is null`.execute(
    db,
  );
  await sql`create index retention_hold_organiser on retention_hold (organiser_id, id)`.execute(db);
  await protect(db, 'retention_hold', { organiser: 'organiser_id' });
}

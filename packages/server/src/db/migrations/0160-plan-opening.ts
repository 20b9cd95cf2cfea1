import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Plans on their way to opening: proposed by one person of the organiser, open once another has approved. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table plan_opening (
    id uuid primary key,
    organiser_id uuid not null,
    pack text not null,
    pack_number int not null,
    confirmer_id uuid not null references authority,
    note text not null,
    state text not null check (state in ('proposed', 'opened', 'declined')),
    proposed_by uuid not null,
    proposed_at timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    foreign key (pack, pack_number) references policy_version (pack, number),
    check (decided_by is distinct from proposed_by or state = 'declined')
  )`.execute(db);
  await sql`create unique index plan_opening_waits on plan_opening (organiser_id, pack) where state = 'proposed'`.execute(
    db,
  );
  await sql`create index plan_opening_list on plan_opening (organiser_id, id)`.execute(db);
  await protect(db, 'plan_opening', { organiser: 'organiser_id' });
}

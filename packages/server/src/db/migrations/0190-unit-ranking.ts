import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Candidates of one unit, ranked together: the appraisals that came of one ranking name it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table unit_ranking (
    id uuid primary key,
    organiser_id uuid not null,
    unit_id uuid not null references unit,
    plan_id uuid not null references plan,
    specialty text not null,
    level text not null,
    held_on date not null,
    meeting text not null,
    recorded_by uuid not null references person,
    recorded_at timestamptz not null
  )`.execute(db);
  await sql`create index unit_ranking_unit on unit_ranking (unit_id, recorded_at)`.execute(db);
  await protect(db, 'unit_ranking', { organiser: 'organiser_id', subjects: ['unit_id'], appendOnly: true });
  await sql`alter table unit_appraisal add column ranking_id uuid references unit_ranking`.execute(db);
  await sql`create index unit_appraisal_ranking on unit_appraisal (ranking_id) where ranking_id is not null`.execute(
    db,
  );
}

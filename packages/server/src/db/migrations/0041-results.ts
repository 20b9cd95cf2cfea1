import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Confirmation of results by the authority; one decision a person, never changed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table result_decision (
    application_id uuid primary key,
    organiser_id uuid not null,
    confirmer_id uuid not null,
    person_id uuid not null,
    decision text not null check (decision in ('confirmed', 'refused')),
    approval_number text,
    reason text,
    decided_by uuid not null,
    decided_at timestamptz not null,
    check ((decision = 'confirmed') = (approval_number is not null)),
    check ((decision = 'refused') = (reason is not null))
  )`.execute(db);
  await protect(db, 'result_decision', {
    organiser: 'organiser_id',
    person: 'person_id',
    subjects: ['confirmer_id'],
    appendOnly: true,
  });
}

import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Proofs of a unit's publicity: the stamped notice, photos of where it hung with their day; several of each kind. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table publicity_proof (
    id uuid primary key,
    organiser_id uuid not null,
    unit_id uuid not null,
    publicity_id uuid not null references publicity,
    /* The kind as the plan names it. */
    kind text not null,
    /* The day the photo shows, where the kind is dated. */
    taken_on date,
    file_id uuid not null,
    media_type text not null,
    uploaded_by uuid references person,
    uploaded_at timestamptz not null,
    removed_at timestamptz
  )`.execute(db);
  await sql`create index publicity_proof_of on publicity_proof (publicity_id) where removed_at is null`.execute(db);
  await protect(db, 'publicity_proof', {
    organiser: 'organiser_id',
    subjects: ['unit_id'],
    or: 'exists (select from publicity p where p.id = publicity_id and p.person_id = actor_person())',
  });
  await sql`insert into publicity_proof (id, organiser_id, unit_id, publicity_id, kind, file_id, media_type, uploaded_at)
    select gen_random_uuid(), organiser_id, unit_id, id, 'stamped-notice', proof_file_id, 'application/pdf', ends_at
    from publicity where proof_file_id is not null and unit_id is not null`.execute(db);
  await sql`alter table publicity drop column proof_file_id`.execute(db);
}

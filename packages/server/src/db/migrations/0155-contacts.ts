import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** A new telephone or mail address that waits for the code sent to it, one of each kind at a time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table contact_change (
    id uuid primary key,
    person_id uuid not null references person,
    kind text not null check (kind in ('phone', 'email')),
    /* Sealed with the person's own key: where the code goes, what it is, and which address it takes the place of. */
    value_sealed bytea not null,
    code_sealed bytea not null,
    former_sealed bytea,
    failed_attempts int not null default 0,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    done_at timestamptz
  )`.execute(db);
  await sql`create unique index contact_change_open on contact_change (person_id, kind) where done_at is null`.execute(
    db,
  );
  await sql`create index contact_change_person on contact_change (person_id, created_at)`.execute(db);
  await protect(db, 'contact_change', { person: 'person_id' });
}

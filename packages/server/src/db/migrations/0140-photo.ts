import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** The photo of a person: one that is current, those before it kept, because a submission may rest on them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table archive_photo (
    id uuid primary key,
    person_id uuid not null references person,
    /* The encrypted file; its id never leaves the server. */
    blob_id uuid not null unique references blob,
    media_type text not null,
    bytes int not null,
    width int not null,
    height int not null,
    /* How bright the edge is, for rules about the background. */
    edge int[] not null,
    taken_on date not null,
    uploaded_at timestamptz not null,
    replaced_at timestamptz
  )`.execute(db);
  await sql`create unique index archive_photo_now on archive_photo (person_id) where replaced_at is null`.execute(db);
  await sql`create index archive_photo_person on archive_photo (person_id, id)`.execute(db);
  /* The unit a person belongs to now looks at it too. */
  await protect(db, 'archive_photo', {
    person: 'person_id',
    or: `exists (select 1 from unit_member m where m.person_id = archive_photo.person_id and m.left_on is null
      and m.unit_id = any(actor_subjects()))`,
  });
}

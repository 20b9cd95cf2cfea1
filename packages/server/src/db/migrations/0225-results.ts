import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Lists of examination results, and their lines: found by blind indexes, so that nobody's number or name is kept of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  /* Which list a row was taken from, in words. */
  await sql`alter table archive_row add column source_note text`.execute(db);
  /* What a list states nobody verified: the list did. */
  await sql`alter table archive_row drop constraint archive_row_check`.execute(db);
  await sql`alter table archive_row add constraint archive_row_check check ((state = 'verified') <=
    (verified_at is not null and (verified_by is not null or coalesce(source = 'examination-list', false))))`.execute(
    db,
  );
  await sql`create table result_list (
    id uuid primary key,
    organiser_id uuid not null,
    kind text not null check (kind in ('examination', 'qualification')),
    file_name text not null,
    source text not null,
    published_on date not null,
    added int not null,
    unchanged int not null,
    /* Lines that could not be read: number and why. */
    failures jsonb not null,
    imported_by uuid references person,
    imported_at timestamptz not null
  )`.execute(db);
  await sql`create index result_list_organiser on result_list (organiser_id, id)`.execute(db);
  await protect(db, 'result_list', { organiser: 'organiser_id', appendOnly: true });
  await sql`create table result_line (
    id uuid primary key,
    organiser_id uuid not null,
    list_id uuid not null references result_list,
    line int not null,
    kind text not null,
    /* By what the same result is known again in a later list. */
    result_key text not null,
    id_index bytea not null,
    name_index bytea not null,
    fields jsonb not null,
    state text not null check (state in ('waiting', 'taken', 'name-differs', 'not-passed')),
    person_id uuid references person,
    check ((state = 'taken') <= (person_id is not null))
  )`.execute(db);
  await sql`create unique index result_line_result on result_line (organiser_id, id_index, result_key)`.execute(db);
  await sql`create index result_line_list on result_line (list_id, state, line)`.execute(db);
  await sql`create index result_line_person on result_line (id_index) where state in ('waiting', 'name-differs')`.execute(
    db,
  );
  await protect(db, 'result_line', { organiser: 'organiser_id' });
}

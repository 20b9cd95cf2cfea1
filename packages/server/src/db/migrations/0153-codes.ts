import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Code tables: what holds of a code from a day on. Rows are only added, so that the history is the table itself. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table code_entry (
    id uuid primary key,
    code_table text not null,
    code text not null,
    name text not null,
    parent_code text,
    valid_from date not null,
    /* From that day on the code is no more. */
    ended boolean not null,
    successor_code text,
    /* The document it rests on, and why it was entered. */
    source text not null,
    reason text not null,
    import_id uuid,
    changed_by uuid references person,
    changed_at timestamptz not null,
    check (successor_code is null or ended)
  )`.execute(db);
  /* What holds of a code on a day: the latest day not after it, and of one day what was entered last. */
  await sql`create index code_entry_on on code_entry (code_table, code, valid_from desc, id desc)`.execute(db);
  await sql`create index code_entry_name on code_entry using gin (name gin_trgm_ops)`.execute(db);
  await protect(db, 'code_entry', { everybody: 'read', appendOnly: true });
  await sql`create trigger append_only before update or delete or truncate on code_entry
    for each statement execute function refuse_change()`.execute(db);
  await sql`create table code_import (
    id uuid primary key,
    code_table text not null,
    file_name text not null,
    source text not null,
    added int not null,
    unchanged int not null,
    /* Lines that could not be taken, each with its number, text and why. */
    failures jsonb not null,
    imported_by uuid references person,
    imported_at timestamptz not null
  )`.execute(db);
  await sql`create index code_import_table on code_import (code_table, id)`.execute(db);
  await protect(db, 'code_import', { publicWhen: 'actor_person() is not null', appendOnly: true });
}

import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/**
 * The policy library: two more kinds of packs (questions with answers, words people search by), an index of what can be
 * found in each version, the files a pack is tested with, and official texts an operator attaches at run time.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table policy_version drop constraint policy_version_kind_check`.execute(db);
  await sql`alter table policy_version add constraint policy_version_kind_check
    check (kind in ('standard', 'plan', 'calendar', 'questions', 'words'))`.execute(db);
  await sql`create table policy_entry (
    pack text not null,
    number int not null,
    /* Place in the document. */
    ordinal int not null,
    anchor text not null,
    kind text not null,
    level text,
    label text not null,
    text text not null,
    context text not null,
    keywords text not null,
    /* All of it in one folded form, for the trigram index. */
    haystack text not null,
    primary key (pack, number, ordinal),
    unique (pack, number, anchor),
    foreign key (pack, number) references policy_version
  )`.execute(db);
  await sql`create index policy_entry_trigrams on policy_entry using gin (haystack gin_trgm_ops)`.execute(db);
  await protect(db, 'policy_entry', { everybody: 'read', appendOnly: true });
  await sql`create table policy_material (
    pack text primary key,
    /* Examples and labels.json by file name: what a version is checked with. The newest import's. */
    files jsonb not null,
    imported_at timestamptz not null
  )`.execute(db);
  await protect(db, 'policy_material', { everybody: 'read' });
  await sql`create table policy_official_clause (
    pack text not null,
    ordinal int not null,
    label text not null,
    text text not null,
    attached_at timestamptz not null,
    primary key (pack, ordinal),
    unique (pack, label)
  )`.execute(db);
  await protect(db, 'policy_official_clause', { everybody: 'read' });
}

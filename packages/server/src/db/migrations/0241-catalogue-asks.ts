import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/**
 * What the last submission of each application asks of the catalogues of journals and awards, and whether they have it: a list
 * of what failed to match is read from here, not from the submissions. Entries are only added, so what was found stays so.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table catalogue_ask (
    id uuid primary key,
    organiser_id uuid not null,
    plan_id uuid not null references plan,
    application_id uuid not null references application,
    person_id uuid not null,
    row_id uuid not null,
    code_table text not null,
    title text not null,
    /* As people read it; what is looked up: by codes, by name. */
    asked text not null,
    codes text[] not null,
    name text,
    /* The day the material was received: entries from later on say nothing of it. */
    as_of date not null,
    found boolean not null,
    unique (application_id, row_id)
  )`.execute(db);
  await sql`create index catalogue_ask_of_plan on catalogue_ask (plan_id, code_table, id) where not found`.execute(db);
  await sql`create index catalogue_ask_missing on catalogue_ask (code_table, id) where not found`.execute(db);
  await protect(db, 'catalogue_ask', { organiser: 'organiser_id', person: 'person_id' });
  await sql`create function catalogue_has(wanted text, codes text[], named text, day date) returns boolean
    language sql stable as $$
      select exists (select from code_entry e where e.code_table = wanted and e.code = any(codes) and e.valid_from <= day)
        or exists (select from code_entry e where e.code_table = wanted and e.name = named and e.valid_from <= day)
    $$`.execute(db);
  await sql`grant execute on function catalogue_has(text, text[], text, date) to zhiping_app, zhiping_jobs`.execute(db);
  /* Submissions of before, as the program asks today: serial numbers without blanks and prefix, with and without their class. */
  await sql`insert into catalogue_ask (id, organiser_id, plan_id, application_id, person_id, row_id, code_table, title, asked,
      codes, name, as_of, found)
    select uuidv7(), a.organiser_id, a.plan_id, a.id, a.person_id, k.row_id, k.code_table, k.title, k.asked, k.codes, k.name,
      k.as_of, catalogue_has(k.code_table, k.codes, k.name, k.as_of)
    from application a
    join lateral (select snapshot, received_at from application_submission s where s.application_id = a.id
      order by ordinal desc limit 1) s on true
    cross join lateral (
      select (x->>'id')::uuid as row_id,
        case x->>'kind' when 'award' then 'award' else 'journal' end as code_table,
        coalesce(trim(x->>'name'), '') as title,
        case x->>'kind' when 'award' then trim(x->>'name')
          else array_to_string(array(select v from unnest(serials) v where v <> ''), '、') end as asked,
        case x->>'kind' when 'award' then array[]::text[]
          else array(select distinct c from unnest(serials) v, unnest(array[v, regexp_replace(v, '/.*$', '')]) c
            where v <> '') end as codes,
        case x->>'kind' when 'award' then trim(x->>'name') end as name,
        (s.received_at at time zone 'Asia/Shanghai')::date as as_of
      from jsonb_array_elements(coalesce(s.snapshot->'dossier'->'achievements', '[]')) x
      cross join lateral (select array[
        regexp_replace(regexp_replace(upper(coalesce(x->>'issn', '')), '\\s', '', 'g'), '^(CN|ISSN)[:：]?', ''),
        regexp_replace(regexp_replace(upper(coalesce(x->>'cn', '')), '\\s', '', 'g'), '^(CN|ISSN)[:：]?', '')] as serials) n
      where x->>'kind' in ('award', 'paper') and x->>'id' ~ '^[0-9a-f-]{36}$'
    ) k
    where k.asked <> ''
    on conflict do nothing`.execute(db);
}

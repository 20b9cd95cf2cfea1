import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Posts of units, who held which and how it was judged, engineers a unit appointed itself, and the post an application takes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table unit_post (
    unit_id uuid not null references unit,
    grade int not null check (grade between 1 and 13),
    quota int not null check (quota between 0 and 100000),
    changed_by uuid not null references person,
    changed_at timestamptz not null,
    primary key (unit_id, grade)
  )`.execute(db);
  await protect(db, 'unit_post', { subjects: ['unit_id'] });

  await sql`create table appointment (
    id uuid primary key,
    unit_id uuid not null references unit,
    person_id uuid not null references person,
    grade int not null check (grade between 1 and 13),
    post_name text not null,
    way text not null check (way in ('appointed', 'promoted', 'demoted')),
    from_date date not null,
    to_date date check (to_date >= from_date),
    end_reason text not null default '',
    recorded_by uuid not null references person,
    recorded_at timestamptz not null
  )`.execute(db);
  await sql`create unique index appointment_now on appointment (unit_id, person_id) where to_date is null`.execute(db);
  await sql`create index appointment_unit on appointment (unit_id, id)`.execute(db);
  await sql`create index appointment_held on appointment (unit_id, grade) where to_date is null`.execute(db);
  await sql`create index appointment_person on appointment (person_id, from_date)`.execute(db);
  await protect(db, 'appointment', { person: 'person_id', subjects: ['unit_id'] });

  await sql`create table appointment_assessment (
    appointment_id uuid not null references appointment,
    year int not null check (year between 1980 and 2100),
    result text not null check (result in ('excellent', 'qualified', 'basic', 'unqualified', 'undetermined')),
    note text not null,
    recorded_by uuid not null references person,
    recorded_at timestamptz not null,
    primary key (appointment_id, year)
  )`.execute(db);
  await protect(db, 'appointment_assessment', {
    or: 'exists (select from appointment a where a.id = appointment_id)',
  });

  await sql`create table self_appointment (
    id uuid primary key,
    unit_id uuid not null references unit,
    person_id uuid not null references person,
    specialty text not null,
    /* The ground the document names (TJ 二(三)4). */
    basis text not null check (basis in ('doctor', 'master')),
    from_date date not null,
    note text not null,
    recorded_by uuid not null references person,
    recorded_at timestamptz not null,
    unique (unit_id, person_id)
  )`.execute(db);
  await sql`create index self_appointment_unit on self_appointment (unit_id, id)`.execute(db);
  await protect(db, 'self_appointment', { person: 'person_id', subjects: ['unit_id'] });

  await sql`create table application_post (
    application_id uuid primary key references application,
    organiser_id uuid not null,
    unit_id uuid not null references unit,
    level text not null,
    takes boolean not null,
    reason text not null,
    recorded_by uuid not null references person,
    recorded_at timestamptz not null,
    check (takes or reason <> '')
  )`.execute(db);
  await sql`create index application_post_unit on application_post (unit_id) where takes`.execute(db);
  await protect(db, 'application_post', {
    organiser: 'organiser_id',
    subjects: ['unit_id'],
    or: 'exists (select from application a where a.id = application_id)',
  });
}

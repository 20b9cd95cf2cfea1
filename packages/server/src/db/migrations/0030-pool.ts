import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Experts on file and the filings of committees. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table expert (
    id uuid primary key,
    organiser_id uuid not null references organiser,
    person_id uuid not null references person,
    /* Specialty group that quotas of a draw are stated over. */
    specialty text not null,
    level text not null check (level in ('engineer', 'senior', 'full-senior')),
    /* Employer as on file; the unit's id where it is registered, for recusal by identity instead of by name. */
    employer text not null,
    unit_id uuid references unit,
    appointed_on date not null,
    /* National rule: a term lasts at most three years (人社部令第40号第十条). */
    term_ends date not null check (term_ends > appointed_on and term_ends <= appointed_on + interval '3 years'),
    state text not null default 'active' check (state in ('active', 'left')),
    left_reason text,
    version int not null default 0,
    unique (organiser_id, person_id)
  )`.execute(db);
  await protect(db, 'expert', { organiser: 'organiser_id', person: 'person_id' });

  await sql`create table committee_filing (
    id uuid primary key,
    organiser_id uuid not null references organiser,
    name text not null,
    number text not null,
    filed_on date not null,
    /* 第八条: at most three years. */
    valid_until date not null check (valid_until > filed_on and valid_until <= filed_on + interval '3 years'),
    /* 第九条: an odd number, at least eleven for a senior committee by specialty, seven below. */
    members int not null check (members % 2 = 1 and members >= 7),
    levels text[] not null check (cardinality(levels) > 0),
    specialties text[] not null check (cardinality(specialties) > 0),
    chair_person_id uuid not null references person,
    check (members >= 11 or not (levels && array['senior', 'full-senior'])),
    unique (organiser_id, number)
  )`.execute(db);
  await protect(db, 'committee_filing', { organiser: 'organiser_id', person: 'chair_person_id' });
}

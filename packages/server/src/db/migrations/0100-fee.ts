import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Fees of applications, transfer slips, and what banks say came in. Amounts in fen. */
export async function up(db: Kysely<unknown>): Promise<void> {
  /* A fee is due while its application is in the paying stage; a row stands here once something happened to it. */
  await sql`create table fee (
    application_id uuid primary key references application,
    organiser_id uuid not null,
    plan_id uuid not null references plan,
    person_id uuid not null,
    unit_id uuid not null,
    state text not null check (state in ('due', 'slip', 'paid', 'waived', 'refunded')),
    amount_fen int not null check (amount_fen > 0),
    settled_on date,
    settled_at timestamptz,
    settled_by uuid,
    way text check (way in ('hand', 'statement', 'waiver')),
    payer text not null default '',
    reason text not null default '',
    receipt_number text unique,
    waiver_kind text,
    proof_file_id uuid,
    proof_name text,
    refunded_on date,
    refund_reason text not null default '',
    changed_at timestamptz not null,
    check ((state in ('due', 'slip')) = (way is null)),
    check ((state = 'refunded') = (refunded_on is not null))
  )`.execute(db);
  await sql`create index fee_state on fee (organiser_id, state, application_id)`.execute(db);
  await sql`create index fee_plan on fee (plan_id, state)`.execute(db);
  await protect(db, 'fee', { organiser: 'organiser_id', person: 'person_id', subjects: ['unit_id'] });
  await sql`create sequence fee_receipt_number`.execute(db);
  await sql`grant usage on sequence fee_receipt_number to zhiping_app, zhiping_jobs`.execute(db);

  await sql`create table fee_slip (
    id uuid primary key,
    organiser_id uuid not null,
    application_id uuid not null references application,
    file_id uuid not null,
    name text not null,
    media_type text not null,
    uploaded_at timestamptz not null,
    returned_reason text
  )`.execute(db);
  await sql`create index fee_slip_application on fee_slip (application_id, id)`.execute(db);
  await protect(db, 'fee_slip', { or: 'exists (select from application a where a.id = application_id)' });

  await sql`create table bank_statement (
    id uuid primary key,
    organiser_id uuid not null,
    plan_id uuid not null references plan,
    name text not null,
    entries int not null,
    first_day date not null,
    last_day date not null,
    imported_by uuid not null,
    imported_at timestamptz not null
  )`.execute(db);
  await sql`create index bank_statement_plan on bank_statement (plan_id, id)`.execute(db);
  await protect(db, 'bank_statement', { organiser: 'organiser_id' });

  await sql`create table bank_entry (
    id uuid primary key,
    organiser_id uuid not null,
    plan_id uuid not null references plan,
    statement_id uuid not null references bank_statement,
    /* One booking is imported once, whatever files it stands in. */
    fingerprint text not null,
    booked_on date not null,
    amount_fen int not null check (amount_fen > 0),
    payer text not null,
    remark text not null,
    serial text not null,
    state text not null check (state in ('open', 'matched', 'set-aside')),
    matched_by text check (matched_by in ('reference', 'name', 'person')),
    /* One entry on one application, and one application from one entry. */
    application_id uuid unique references application,
    note text not null default '',
    settled_at timestamptz,
    unique (organiser_id, fingerprint),
    check ((state = 'matched') = (application_id is not null))
  )`.execute(db);
  await sql`create index bank_entry_state on bank_entry (plan_id, state, id)`.execute(db);
  await protect(db, 'bank_entry', { organiser: 'organiser_id' });
}

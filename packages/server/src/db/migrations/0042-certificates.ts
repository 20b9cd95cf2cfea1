import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Certificates, who looked them up, and revocations that need two people. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table certificate (
    id uuid primary key,
    organiser_id uuid not null,
    application_id uuid not null unique,
    person_id uuid not null,
    /* Authority that confirmed the result and issues the certificate. */
    confirmer_id uuid not null,
    number text not null unique,
    /* Capital letters and digits of the number: what people type is compared with this. */
    plain_number text not null unique,
    verification_code text not null,
    state text not null check (state in ('valid', 'revoked', 'replaced')),
    holder_name text not null,
    /* Blind index of the name: a look-up compares indexes of equal length, whatever was typed. */
    name_index bytea not null,
    sex text not null check (sex in ('男', '女')),
    id_number_masked text not null,
    unit_name text not null,
    series_name text not null,
    level_name text not null,
    specialty text not null,
    title_name text not null,
    committee_name text not null,
    issuer text not null,
    approval_number text not null,
    obtained_on date not null,
    issued_on date not null,
    /* Signed content of the QR code, at most 400 bytes. */
    payload bytea not null check (length(payload) <= 400),
    revoked_on date,
    revoke_reason text,
    version int not null default 0,
    check ((state = 'revoked') = (revoked_on is not null))
  )`.execute(db);
  await sql`create index certificate_person on certificate (person_id)`.execute(db);
  await sql`create index certificate_organiser on certificate (organiser_id, issued_on)`.execute(db);
  await protect(db, 'certificate', { organiser: 'organiser_id', person: 'person_id', subjects: ['confirmer_id'] });

  await sql`create table certificate_revocation (
    id uuid primary key,
    organiser_id uuid not null,
    confirmer_id uuid not null,
    certificate_id uuid not null references certificate,
    reason text not null,
    asked_by uuid not null,
    asked_at timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    agreed boolean,
    /* Two people, always. */
    check (decided_by is null or decided_by <> asked_by),
    check ((decided_by is null) = (agreed is null))
  )`.execute(db);
  await sql`create unique index certificate_revocation_open on certificate_revocation (certificate_id)
    where decided_by is null`.execute(db);
  await protect(db, 'certificate_revocation', { organiser: 'organiser_id', subjects: ['confirmer_id'] });

  await sql`create table certificate_lookup (
    id uuid primary key,
    certificate_id uuid not null references certificate,
    at timestamptz not null,
    way text not null check (way in ('number', 'scan')),
    shown text not null
  )`.execute(db);
  await sql`create index certificate_lookup_of on certificate_lookup (certificate_id, at)`.execute(db);
  await protect(db, 'certificate_lookup', {
    appendOnly: true,
    or: `exists (select from certificate c where c.id = certificate_id and c.person_id = actor_person())`,
  });
}

import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Sign-on with an identity provider: attempts under way, identities nobody has yet, and those linked to accounts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table sign_on_attempt (
    state_hash bytea primary key,
    /* Known only to the browser that began, so that nobody signs another in. */
    proof_hash bytea not null,
    nonce text not null,
    verifier text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null
  )`.execute(db);
  await sql`create index sign_on_attempt_old on sign_on_attempt (expires_at)`.execute(db);
  await protect(db, 'sign_on_attempt', {});
  await sql`create table sign_on_pending (
    token_hash bytea primary key,
    issuer text not null,
    subject text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null
  )`.execute(db);
  await sql`create index sign_on_pending_old on sign_on_pending (expires_at)`.execute(db);
  await protect(db, 'sign_on_pending', {});
  await sql`create table identity_link (
    id uuid primary key,
    issuer text not null,
    subject text not null,
    person_id uuid not null references person,
    linked_at timestamptz not null,
    unique (issuer, subject)
  )`.execute(db);
  await sql`create index identity_link_person on identity_link (person_id)`.execute(db);
  await protect(db, 'identity_link', { person: 'person_id' });
}

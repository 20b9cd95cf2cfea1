import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/**
 * Destruction 销毁: what is due is found by walking through everything in the order of an index, listed class by class, and
 * destroyed when a second person has agreed. A destroyed file keeps its row: that it was there, and when it went.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table destruction_round (
    id uuid primary key,
    begun_by uuid not null references person,
    begun_at timestamptz not null,
    /* The day it is judged by. */
    today date not null,
    /* What is being walked through, and how far; null when all has been seen. */
    phase text,
    after_owner uuid not null,
    after_id uuid not null,
    looked bigint not null default 0,
    ended_at timestamptz,
    check ((phase is null) = (ended_at is not null))
  )`.execute(db);
  await sql`create unique index destruction_round_open on destruction_round ((true)) where ended_at is null`.execute(
    db,
  );
  await protect(db, 'destruction_round', {});

  await sql`create table destruction_list (
    id uuid primary key,
    round_id uuid not null references destruction_round,
    class text not null,
    /* The period it was judged by. */
    months int not null,
    state text not null check (state in ('making', 'proposed', 'approved', 'declined', 'done')),
    items bigint not null default 0,
    bytes bigint not null default 0,
    /* Days from which the time of the first and the last counted. */
    oldest date,
    newest date,
    /* SHA-256 of the ids in their order, one a line. */
    hash text,
    decided_by uuid references person,
    decided_at timestamptz,
    decision_reason text not null default '',
    destroyed bigint not null default 0,
    /* No longer due when it came to it: a hold, an objection, used again. */
    spared bigint not null default 0,
    done_at timestamptz,
    unique (round_id, class),
    check ((state in ('making', 'proposed')) = (decided_at is null)),
    check (state = 'making' or hash is not null)
  )`.execute(db);
  await sql`create index destruction_list_open on destruction_list (state) where state in ('making', 'proposed', 'approved')`.execute(
    db,
  );
  await protect(db, 'destruction_list', {});

  await sql`create table destruction_item (
    list_id uuid not null references destruction_list,
    item_id uuid not null,
    since date not null,
    state text not null default 'listed' check (state in ('listed', 'destroyed', 'spared')),
    primary key (list_id, item_id)
  )`.execute(db);
  await sql`create index destruction_item_left on destruction_item (list_id, item_id) where state = 'listed'`.execute(
    db,
  );
  await sql`create index destruction_item_gone on destruction_item (item_id) where state = 'destroyed'`.execute(db);
  await protect(db, 'destruction_item', {});

  await sql`alter table blob
    alter column wrapped_key drop not null,
    add column destroyed_at timestamptz,
    /* When its bytes had left the shelf. */
    add column cleared_at timestamptz,
    add constraint blob_key check ((wrapped_key is null) = (destroyed_at is not null)),
    add constraint blob_cleared check (cleared_at is null or destroyed_at is not null)`.execute(db);
  await sql`create index blob_walk on blob
    (coalesce(owner_person_id, '00000000-0000-0000-0000-000000000000'::uuid), id) where destroyed_at is null`.execute(
    db,
  );
  await sql`create index blob_uncleared on blob (id) where destroyed_at is not null and cleared_at is null`.execute(db);

  await sql`alter table objection add column erased_at timestamptz`.execute(db);
  await sql`create index objection_kept on objection (id) where state <> 'open' and erased_at is null`.execute(db);
  await sql`create index objection_open on objection (application_id) where state = 'open'`.execute(db);
  await sql`alter table privacy_request add column erased_at timestamptz`.execute(db);
  await sql`create index privacy_request_kept on privacy_request (id) where state <> 'received' and erased_at is null`.execute(
    db,
  );
  await sql`create index result_line_kept on result_line (id) where state <> 'taken'`.execute(db);

  /* What is over within days is swept by its age. */
  await sql`create index idempotency_age on idempotency (created_at)`.execute(db);
  await sql`create index session_end on session (expires_at)`.execute(db);
  await sql`create index sign_in_challenge_end on sign_in_challenge (expires_at)`.execute(db);
  await sql`create index contact_change_end on contact_change (expires_at)`.execute(db);

  /* Who uses a file. */
  await sql`create index packet_file_blob on packet.file (blob_id)`.execute(db);
  await sql`create index publicity_proof_file on publicity_proof (file_id)`.execute(db);
  await sql`create index fee_slip_file on fee_slip (file_id)`.execute(db);
  await sql`create index fee_proof_file on fee (proof_file_id) where proof_file_id is not null`.execute(db);
  await sql`create index unit_registration_letter on unit_registration (letter_blob)`.execute(db);
  await sql`create index volume_order_blob on volume_order (blob_id) where blob_id is not null`.execute(db);
}

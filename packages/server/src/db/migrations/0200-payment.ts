import { type Kysely, sql } from 'kysely';
import { protect } from '../protect.ts';

/** Fees paid at a payment provider: orders, refunds, and the messages of the provider that were taken. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table fee drop constraint fee_way_check`.execute(db);
  await sql`alter table fee add constraint fee_way_check check (way in ('hand', 'statement', 'online', 'waiver'))`.execute(
    db,
  );
  await sql`create table payment_order (
    id uuid primary key,
    organiser_id uuid not null,
    plan_id uuid not null references plan,
    application_id uuid not null references application,
    person_id uuid not null,
    unit_id uuid not null,
    /* What the provider knows it by: 32 hexadecimal digits that say nothing about anybody. */
    number text not null unique,
    state text not null check (state in ('asked', 'open', 'closing', 'paid', 'closed', 'failed')),
    amount_fen int not null check (amount_fen > 0),
    created_at timestamptz not null,
    created_by uuid not null,
    expires_at timestamptz not null,
    next_ask_at timestamptz not null,
    pay_url text,
    qr text,
    code text,
    paid_fen int,
    paid_at timestamptz,
    reference text,
    outcome text check (outcome in ('settled', 'amount', 'late', 'double')),
    refund_number text unique,
    refund_state text check (refund_state in ('asked', 'done', 'failed')),
    refund_reason text not null default '',
    refund_asked_at timestamptz,
    refund_asked_by uuid,
    refunded_at timestamptz,
    /* Where the office finds it. */
    shelf text not null generated always as (case
      when refund_state = 'done' then 'refunded'
      when refund_state = 'asked' then 'refunding'
      when outcome = 'settled' then 'settled'
      when state = 'paid' and outcome is not null then 'attention'
      when state in ('closed', 'failed') then 'closed'
      else 'open' end) stored,
    check ((state = 'paid') = (paid_fen is not null)),
    check (outcome is null or state = 'paid'),
    check (refund_state is null or outcome is not null)
  )`.execute(db);
  await sql`create unique index payment_order_one_open on payment_order (application_id)
    where state in ('asked', 'open')`.execute(db);
  await sql`create unique index payment_order_one_settles on payment_order (application_id)
    where outcome = 'settled'`.execute(db);
  await sql`create index payment_order_application on payment_order (application_id, id)`.execute(db);
  await sql`create index payment_order_shelf on payment_order (organiser_id, shelf, id)`.execute(db);
  await sql`create index payment_order_plan on payment_order (plan_id, shelf)`.execute(db);
  await sql`create index payment_order_ask on payment_order (next_ask_at)
    where state in ('asked', 'open', 'closing') or refund_state = 'asked'`.execute(db);
  await protect(db, 'payment_order', { organiser: 'organiser_id', person: 'person_id', subjects: ['unit_id'] });

  /* A message is taken once; old ones are too old to be signed anew and are forgotten. */
  await sql`create table payment_nonce (nonce text primary key, seen_at timestamptz not null)`.execute(db);
  await sql`create index payment_nonce_seen on payment_nonce (seen_at)`.execute(db);
  await protect(db, 'payment_nonce', {});
}

import type { FeeState, OrderOutcome, OrderShelf, OrderState } from '@zhiping/core';
import type { Generated, GeneratedAlways } from 'kysely';

/** Rows of the tables this module owns, by table name. */
export interface FeeTables {
  fee: {
    application_id: string;
    organiser_id: string;
    plan_id: string;
    person_id: string;
    unit_id: string;
    state: FeeState;
    amount_fen: number;
    settled_on: string | null;
    settled_at: string | null;
    settled_by: string | null;
    way: 'hand' | 'statement' | 'online' | 'waiver' | null;
    payer: Generated<string>;
    reason: Generated<string>;
    receipt_number: string | null;
    waiver_kind: string | null;
    proof_file_id: string | null;
    proof_name: string | null;
    refunded_on: string | null;
    refund_reason: Generated<string>;
    changed_at: string;
  };
  fee_slip: {
    id: string;
    organiser_id: string;
    application_id: string;
    file_id: string;
    name: string;
    media_type: string;
    uploaded_at: string;
    returned_reason: string | null;
  };
  payment_order: {
    id: string;
    organiser_id: string;
    plan_id: string;
    application_id: string;
    person_id: string;
    unit_id: string;
    number: string;
    state: OrderState;
    amount_fen: number;
    created_at: string;
    created_by: string;
    expires_at: string;
    next_ask_at: string;
    pay_url: string | null;
    qr: string | null;
    code: string | null;
    paid_fen: number | null;
    paid_at: string | null;
    reference: string | null;
    outcome: OrderOutcome | null;
    refund_number: string | null;
    refund_state: 'asked' | 'done' | 'failed' | null;
    refund_reason: Generated<string>;
    refund_asked_at: string | null;
    refund_asked_by: string | null;
    refunded_at: string | null;
    shelf: GeneratedAlways<OrderShelf>;
  };
  payment_nonce: { nonce: string; seen_at: string };
  bank_statement: {
    id: string;
    organiser_id: string;
    plan_id: string;
    name: string;
    entries: number;
    first_day: string;
    last_day: string;
    imported_by: string;
    imported_at: string;
  };
  bank_entry: {
    id: string;
    organiser_id: string;
    plan_id: string;
    statement_id: string;
    fingerprint: string;
    booked_on: string;
    amount_fen: number;
    payer: string;
    remark: string;
    serial: string;
    state: 'open' | 'matched' | 'set-aside';
    matched_by: 'reference' | 'name' | 'person' | null;
    application_id: string | null;
    note: Generated<string>;
    settled_at: string | null;
  };
}

import type { Generated } from 'kysely';

/** Tables of the doors themselves: record, deadlines, idempotency. Dates and instants are text (`db/pool.ts`). */
export interface FoundationTables {
  record_event: {
    id: string;
    organiser_id: string | null;
    action: string;
    subject_noun: string;
    subject_id: string;
    document: string;
    leaf: string;
    at: string;
  };
  record_salt: { event_id: string; name: string; person_id: string | null; salt: string; value: string };
  record_pending: { event_id: string };
  record_entry: { seq: bigint; event_id: string; leaf: string; link: string; frontier: Generated<string[] | null> };
  deadline: {
    id: string;
    organiser_id: string;
    what: string;
    subject_id: string;
    due_at: string;
    done_at: string | null;
    cancelled_at: string | null;
    attempts: Generated<number>;
  };
  idempotency: { person_id: string; key: string; request_hash: Buffer; answer: unknown; created_at: string };
  upload: {
    id: string;
    person_id: string;
    name: string;
    bytes: bigint;
    received: Generated<bigint>;
    wrapped_key: Buffer;
    touched_at: string;
  };
  blob: {
    id: string;
    owner_person_id: string | null;
    media_type: string;
    bytes: bigint;
    sameness: Buffer;
    /** Null once it was destroyed. */
    wrapped_key: Buffer | null;
    created_at: Generated<string>;
    destroyed_at: Generated<string | null>;
    cleared_at: Generated<string | null>;
  };
  accepting_window: {
    organiser_id: string;
    name: string;
    id: string;
    closes_at: string;
    closed_at: string | null;
  };
}

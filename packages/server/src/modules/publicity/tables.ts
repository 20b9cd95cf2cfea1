import type { Generated, JSONColumnType } from 'kysely';
import type { Notice } from './notice.ts';

/** Rows of the tables this module owns, by table name. */
export interface PublicityTables {
  publicity: {
    id: string;
    organiser_id: string;
    kind: 'unit' | 'result';
    application_id: string | null;
    person_id: string | null;
    unit_id: string | null;
    meeting_id: string | null;
    token: string;
    number: string;
    verification_code: string;
    title: string;
    issuer: string;
    starts_on: string;
    last_day: string;
    ends_at: string;
    working_days: number;
    contact: string;
    phone: string;
    supervision_phone: string | null;
    ways: string;
    notice: JSONColumnType<Notice>;
    closed: 'concluded' | 'invalid' | null;
    closed_at: string | null;
    invalid_reason: string | null;
    version: Generated<number>;
  };
  publicity_proof: {
    id: string;
    organiser_id: string;
    unit_id: string;
    publicity_id: string;
    kind: string;
    taken_on: string | null;
    file_id: string;
    media_type: string;
    uploaded_by: string | null;
    uploaded_at: string;
    removed_at: string | null;
  };
  publicity_person: { publicity_id: string; place: number; application_id: string; person_id: string };
  objection: {
    id: string;
    organiser_id: string;
    unit_id: string | null;
    publicity_id: string;
    application_id: string;
    receipt_number: string;
    received_at: string;
    state: Generated<'open' | 'dismissed' | 'upheld'>;
    wrapped_key: Buffer;
    name_sealed: Buffer;
    contact_sealed: Buffer;
    content_sealed: Buffer;
    finding_sealed: Buffer | null;
    /** When the period of what was objected was over: the sealed texts are empty. */
    erased_at: Generated<string | null>;
    answer: string | null;
    answered_at: string | null;
    answered_by: string | null;
    version: Generated<number>;
  };
}

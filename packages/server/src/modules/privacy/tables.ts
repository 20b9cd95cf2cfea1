import type { AccessKind, PrivacyRequestKind } from '@zhiping/contract';
import type { Generated } from 'kysely';

/** Rows of the tables this module owns, by table name. */
export interface PrivacyTables {
  privacy_notice: {
    version: number;
    title: string;
    body: string;
    sensitive: string;
    published_at: string;
    published_by: string | null;
  };
  former_name: {
    id: string;
    person_id: string;
    former_sealed: Buffer;
    document: string;
    request_id: string;
    changed_by: string | null;
    changed_at: string;
  };
  privacy_consent: {
    id: string;
    person_id: string;
    kind: 'notice' | 'sensitive';
    version: number;
    given_at: string;
    withdrawn_at: string | null;
  };
  access_log: {
    id: string;
    person_id: string;
    what: AccessKind;
    by_person: string;
    subject_id: string | null;
    at: string;
    hour: string;
  };
  privacy_request: {
    id: string;
    number: string;
    person_id: string;
    kind: PrivacyRequestKind;
    text: string;
    state: 'received' | 'done' | 'refused';
    created_at: string;
    due_at: string;
    answer: Generated<string>;
    answered_at: string | null;
    answered_by: string | null;
    /** When the period of its text was over: text and answer are empty. */
    erased_at: Generated<string | null>;
  };
}

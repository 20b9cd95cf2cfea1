import type { Generated } from 'kysely';

/** Rows of the tables this module owns, by table name. */
export interface ConsentTables {
  consent_request: {
    id: string;
    organiser_id: string;
    application_id: string;
    person_id: string;
    unit_id: string;
    authority_id: string;
    consent: string;
    row_id: string | null;
    state: 'waiting' | 'granted' | 'refused' | 'withdrawn';
    note: string;
    asked_at: string;
    asked_by: string;
    document_number: string | null;
    document_date: string | null;
    reason: Generated<string>;
    answered_at: string | null;
    answered_by: string | null;
  };
}

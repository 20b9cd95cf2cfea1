import type { Generated } from 'kysely';

/** Rows of the tables this module owns, by table name. */
export interface CertificateTables {
  certificate: {
    id: string;
    organiser_id: string;
    application_id: string;
    person_id: string;
    confirmer_id: string;
    number: string;
    plain_number: string;
    verification_code: string;
    state: 'valid' | 'revoked' | 'replaced';
    holder_name: string;
    name_index: Buffer;
    sex: '男' | '女';
    id_number_masked: string;
    unit_name: string;
    series_name: string;
    level_name: string;
    specialty: string;
    title_name: string;
    committee_name: string;
    issuer: string;
    approval_number: string;
    obtained_on: string;
    issued_on: string;
    payload: Buffer;
    revoked_on: string | null;
    revoke_reason: string | null;
    version: Generated<number>;
  };
  certificate_revocation: {
    id: string;
    organiser_id: string;
    confirmer_id: string;
    certificate_id: string;
    reason: string;
    asked_by: string;
    asked_at: string;
    decided_by: string | null;
    decided_at: string | null;
    agreed: boolean | null;
  };
  certificate_lookup: {
    id: string;
    certificate_id: string;
    at: string;
    way: 'number' | 'scan';
    shown: 'valid' | 'revoked' | 'replaced';
  };
}

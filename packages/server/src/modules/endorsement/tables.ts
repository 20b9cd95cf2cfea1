import type { Expert } from '@zhiping/standard';

/** Rows of the tables this module owns, by table name. */
export interface EndorsementTables {
  endorsement: {
    id: string;
    application_id: string;
    kind: 'recommendation' | 'appraisal';
    row_id: string | null;
    way: 'link' | 'paper';
    state: 'invited' | 'filled' | 'returned' | 'cancelled';
    invited_name: string;
    invited_at: string;
    token_hash: Buffer | null;
    expires_at: string | null;
    name: string | null;
    id_index: Buffer | null;
    unit: string | null;
    title_name: string | null;
    title_level: Expert['titleLevel'] | null;
    field: string | null;
    relation: Expert['relation'] | null;
    title_years: number | null;
    national_talent: boolean | null;
    relation_to_applicant: string | null;
    opinion: string | null;
    file_id: string | null;
    file_name: string | null;
    filled_at: string | null;
    checked_at: string | null;
    checked_by: string | null;
    check_reason: string | null;
  };
}

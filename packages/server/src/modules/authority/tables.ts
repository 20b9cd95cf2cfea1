import type { Generated } from 'kysely';

/** Rows of the tables this module owns, by table name. */
export interface AuthorityTables {
  application_seal: {
    id: string;
    organiser_id: string;
    application_id: string;
    round: number;
    position: number;
    authority_id: string | null;
    wanted: string;
    acts_as: string;
    leads: boolean;
    label: string;
    why: string;
    entered_at: string;
    decision: 'approved' | 'returned' | 'refused' | null;
    decided_at: string | null;
    decided_by: string | null;
    document_number: string | null;
    document_date: string | null;
    committee: string | null;
    reason: Generated<string>;
  };
}

import type { Generated } from 'kysely';

/** Rows of the tables this module owns, by table name. */
export interface ExtensionTables {
  window_extension: {
    id: string;
    organiser_id: string;
    plan_id: string;
    pack: string;
    window_id: string;
    from_closes_on: string;
    to_closes_on: string;
    reason: string;
    state: 'proposed' | 'approved' | 'declined';
    proposed_by: string;
    proposed_at: string;
    decided_by: string | null;
    decided_at: string | null;
    revived: Generated<number>;
  };
}

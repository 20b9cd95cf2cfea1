/** Rows of the tables this module owns, by table name. */
export interface PlanTables {
  plan_opening: {
    id: string;
    organiser_id: string;
    pack: string;
    pack_number: number;
    confirmer_id: string;
    note: string;
    state: 'proposed' | 'opened' | 'declined';
    proposed_by: string;
    proposed_at: string;
    decided_by: string | null;
    decided_at: string | null;
  };
}

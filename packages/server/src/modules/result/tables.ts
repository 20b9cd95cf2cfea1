/** Rows of the tables this module owns, by table name. */
export interface ResultTables {
  result_decision: {
    application_id: string;
    organiser_id: string;
    confirmer_id: string;
    person_id: string;
    decision: 'confirmed' | 'refused';
    approval_number: string | null;
    reason: string | null;
    decided_by: string;
    decided_at: string;
  };
}

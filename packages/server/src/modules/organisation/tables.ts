/** Rows of the tables this module owns, by table name. `unit` itself is described by the account module. */
export interface OrganisationTables {
  unit_change: {
    id: string;
    unit_id: string;
    kind: 'renamed' | 'merged' | 'closed';
    valid_from: string;
    old_name: string;
    new_name: string | null;
    successor_id: string | null;
    document: string;
    reason: string;
    changed_by: string | null;
    changed_at: string;
  };
}

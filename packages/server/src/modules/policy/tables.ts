/** Rows of the tables this module owns, by table name. */
export interface PolicyTables {
  policy_version: {
    pack: string;
    number: number;
    kind: 'standard' | 'plan' | 'calendar';
    name: string;
    content: string;
    hash: string;
    source: unknown;
    imported_at: string;
  };
  policy_approval: { pack: string; number: number; person_id: string; approved_at: string };
}

/** Rows of the tables this module owns, by table name. */
export type PolicyTables = Record<never, never>;

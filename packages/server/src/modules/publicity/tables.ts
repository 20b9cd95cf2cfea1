/** Rows of the tables this module owns, by table name. */
export type PublicityTables = Record<never, never>;

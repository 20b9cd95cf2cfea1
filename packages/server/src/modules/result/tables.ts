/** Rows of the tables this module owns, by table name. */
export type ResultTables = Record<never, never>;

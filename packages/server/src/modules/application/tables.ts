/** Rows of the tables this module owns, by table name. */
export type ApplicationTables = Record<never, never>;

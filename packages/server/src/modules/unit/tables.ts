/** Rows of the tables this module owns, by table name. */
export type UnitTables = Record<never, never>;

/** Rows of the tables this module owns, by table name. */
export type AuthorityTables = Record<never, never>;

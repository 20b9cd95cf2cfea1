/** Rows of the tables this module owns, by table name. */
export type OfficeTables = Record<never, never>;

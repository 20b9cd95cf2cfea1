/** Rows of the tables this module owns, by table name. */
export type ArchiveTables = Record<never, never>;

/** Rows of the tables this module owns, by table name. */
export type BallotTables = Record<never, never>;

/** Rows of the tables this module owns, by table name. */
export type MeetingTables = Record<never, never>;

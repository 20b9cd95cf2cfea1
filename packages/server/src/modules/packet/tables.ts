/** Rows of the tables this module owns, by table name. */
export type PacketTables = Record<never, never>;

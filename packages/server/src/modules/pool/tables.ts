/** Rows of the tables this module owns, by table name. */
export type PoolTables = Record<never, never>;

/** Rows of the tables this module owns, by table name. */
export type EvaluationTables = Record<never, never>;

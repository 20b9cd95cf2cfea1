/** Rows of the tables this module owns, by table name. */
export type CertificateTables = Record<never, never>;

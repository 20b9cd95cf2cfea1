import type { Generated } from 'kysely';

/** Rows of the tables this module owns, by table name. */
export interface ContactTables {
  contact_change: {
    id: string;
    person_id: string;
    kind: 'phone' | 'email';
    value_sealed: Buffer;
    code_sealed: Buffer;
    former_sealed: Buffer | null;
    failed_attempts: Generated<number>;
    created_at: string;
    expires_at: string;
    done_at: string | null;
  };
}

import type { Relation } from '@zhiping/core';

/** Rows of the tables this module owns, by table name. */
export interface TokenTables {
  api_token: {
    id: string;
    person_id: string;
    relation: Relation;
    subject_id: string;
    name: string;
    token_hash: Buffer;
    actions: string[];
    created_at: string;
    expires_at: string;
    last_used_at: string | null;
    revoked_at: string | null;
    revoked_by: string | null;
  };
}

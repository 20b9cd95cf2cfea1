import type { TokenRelation } from '@zhiping/core';
import type { Generated } from 'kysely';

/** Rows of the tables this module owns, by table name. */
export interface WebhookTables {
  webhook: {
    id: string;
    person_id: string;
    relation: TokenRelation;
    subject_id: string;
    name: string;
    url: string;
    secret_sealed: Buffer;
    created_at: string;
    ended_at: string | null;
  };
  webhook_delivery: {
    id: string;
    webhook_id: string;
    body: string;
    state: 'waiting' | 'sent' | 'failed';
    attempts: Generated<number>;
    error: Generated<string>;
    created_at: string;
    changed_at: string;
  };
}

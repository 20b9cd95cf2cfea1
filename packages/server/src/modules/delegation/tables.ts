import type { TokenRelation } from '@zhiping/core';

/** Rows of the tables this module owns, by table name. */
export interface DelegationTables {
  delegation: {
    id: string;
    kind: 'delegation' | 'handover';
    relation_id: string;
    from_person: string;
    relation: TokenRelation;
    subject_id: string;
    organiser_id: string | null;
    name: string;
    to_person: string | null;
    first_day: string;
    last_day: string;
    reason: string;
    token_hash: Buffer;
    created_at: string;
    offer_expires_at: string;
    taken_at: string | null;
    ended_at: string | null;
    ended_by: string | null;
  };
}

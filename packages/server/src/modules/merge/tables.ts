import type { MergeState } from '@zhiping/contract';
import type { Generated } from 'kysely';

/** Rows of the tables this module owns, by table name. */
export interface MergeTables {
  account_merge: {
    id: string;
    into_person: string;
    from_person: string;
    way: 'password' | 'sign-on';
    state: MergeState;
    reason: Generated<string>;
    answer: Generated<string>;
    created_at: string;
    expires_at: string;
    asked_at: string | null;
    ended_at: string | null;
    ended_by: string | null;
    contacts_sealed: Buffer | null;
  };
}

import type { DocumentClass, ListedClass } from '@zhiping/core';
import type { Generated } from 'kysely';
import type { Phase } from './phases.ts';

/** Rows of the tables this module owns, by table name. */
export interface RetentionTables {
  retention_change: {
    id: string;
    class: DocumentClass;
    /** Null: for ever. */
    months: number | null;
    reason: string;
    state: 'proposed' | 'approved' | 'declined';
    proposed_by: string;
    proposed_at: string;
    decided_by: string | null;
    decided_at: string | null;
  };
  retention_hold: {
    id: string;
    organiser_id: string;
    application_id: string;
    reason: string;
    placed_by: string;
    placed_at: string;
    released_by: string | null;
    released_at: string | null;
    release_reason: Generated<string>;
  };
  destruction_round: {
    id: string;
    begun_by: string;
    begun_at: string;
    today: string;
    phase: Phase | null;
    after_owner: string;
    after_id: string;
    looked: Generated<bigint>;
    ended_at: string | null;
  };
  destruction_list: {
    id: string;
    round_id: string;
    class: ListedClass;
    months: number;
    state: 'making' | 'proposed' | 'approved' | 'declined' | 'done';
    items: Generated<bigint>;
    bytes: Generated<bigint>;
    oldest: string | null;
    newest: string | null;
    hash: string | null;
    decided_by: string | null;
    decided_at: string | null;
    decision_reason: Generated<string>;
    destroyed: Generated<bigint>;
    spared: Generated<bigint>;
    /** The last item that was destroyed or spared. */
    after_item: Generated<string>;
    done_at: string | null;
  };
  destruction_item: {
    list_id: string;
    item_id: string;
    since: string;
    state: Generated<'listed' | 'destroyed' | 'spared'>;
  };
}

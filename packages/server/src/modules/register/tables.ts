import type { RegisterId } from '@zhiping/core';
import type { Generated } from 'kysely';

/** Rows of the tables this module owns, by table name. */
export interface RegisterTables {
  register_request: {
    id: string;
    person_id: string;
    register: RegisterId;
    state: 'waiting' | 'done' | 'failed';
    code: string | null;
    rows: Generated<number>;
    asked_at: string;
    finished_at: string | null;
  };
}

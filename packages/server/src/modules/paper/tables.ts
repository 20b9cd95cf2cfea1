import type { PaperFound } from '@zhiping/core';
import type { Generated, JSONColumnType } from 'kysely';

/** Rows of the tables this module owns, by table name. */
export interface PaperTables {
  paper: {
    application_id: string;
    organiser_id: string;
    person_id: string;
    unit_id: string;
    state: 'partial' | 'complete' | 'returned';
    found: JSONColumnType<readonly PaperFound[], string, string>;
    lacks: number;
    storage: Generated<string>;
    note: Generated<string>;
    received_at: string;
    received_by: string;
    returned_on: string | null;
    returned_to: string | null;
    return_note: Generated<string>;
    version: Generated<number>;
  };
}

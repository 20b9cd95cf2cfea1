import type { CallNote } from '@zhiping/contract';

/** Rows of the tables this module owns, by table name. */
export interface CallTables {
  call_note: {
    id: string;
    organiser_id: string;
    application_id: string;
    person_id: string;
    callee: CallNote['callee'];
    outcome: CallNote['outcome'];
    called_at: string;
    note: string;
    noted_by: string;
    noted_at: string;
  };
}

import type { AppraisalInput } from '@zhiping/contract';
import type { JSONColumnType } from 'kysely';

/** Rows of the tables this module owns, by table name. */
export interface UnitTables {
  unit_appraisal: {
    id: string;
    organiser_id: string;
    application_id: string;
    unit_id: string;
    person_id: string;
    held_on: string;
    meeting: string;
    members: JSONColumnType<AppraisalInput['members'], string, string>;
    bases: AppraisalInput['bases'];
    instruments: AppraisalInput['instruments'];
    candidates: number;
    place: number;
    conduct: string;
    opinion: string;
    recommended: boolean;
    recorded_by: string;
    recorded_at: string;
  };
}

import type { AppraisalInput } from '@zhiping/contract';

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
    members: AppraisalInput['members'];
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

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
    /** The ranking of several candidates it came of; null where the person was appraised alone. */
    ranking_id: string | null;
    recorded_by: string;
    recorded_at: string;
  };
  unit_ranking: {
    id: string;
    organiser_id: string;
    unit_id: string;
    plan_id: string;
    specialty: string;
    level: string;
    held_on: string;
    meeting: string;
    recorded_by: string;
    recorded_at: string;
  };
}

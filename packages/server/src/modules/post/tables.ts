import type { Generated } from 'kysely';

/** Rows of the tables this module owns, by table name. */
export interface PostTables {
  unit_post: { unit_id: string; grade: number; quota: number; changed_by: string; changed_at: string };
  appointment: {
    id: string;
    unit_id: string;
    person_id: string;
    grade: number;
    post_name: string;
    way: 'appointed' | 'promoted' | 'demoted';
    from_date: string;
    to_date: string | null;
    end_reason: Generated<string>;
    recorded_by: string;
    recorded_at: string;
  };
  appointment_assessment: {
    appointment_id: string;
    year: number;
    result: 'excellent' | 'qualified' | 'basic' | 'unqualified' | 'undetermined';
    note: string;
    recorded_by: string;
    recorded_at: string;
  };
  self_appointment: {
    id: string;
    unit_id: string;
    person_id: string;
    specialty: string;
    basis: 'doctor' | 'master';
    from_date: string;
    note: string;
    recorded_by: string;
    recorded_at: string;
  };
  application_post: {
    application_id: string;
    organiser_id: string;
    unit_id: string;
    level: string;
    takes: boolean;
    reason: string;
    recorded_by: string;
    recorded_at: string;
  };
}

import type { ConsultationKind } from '@zhiping/contract';
import type { Talent } from '@zhiping/core';
import type { Generated } from 'kysely';

/** Rows of the tables this module owns, by table name. */
export interface ConsultationTables {
  consultation: {
    id: string;
    organiser_id: string;
    plan_id: string;
    person_id: string;
    unit_id: string;
    kind: ConsultationKind;
    specialty: string;
    level: string;
    state: 'asked' | 'agreed' | 'declined';
    talents: Talent[];
    reason: string;
    wrapped_key: Buffer;
    contact_sealed: Buffer;
    asked_at: string;
    answered_at: string | null;
    answered_by: string | null;
    answer_reason: string | null;
    agreed_talents: Generated<Talent[]>;
    version: Generated<number>;
  };
  consultation_paper: {
    id: string;
    consultation_id: string;
    step: string;
    number: string;
    dated_on: string;
    file_id: string;
    file_name: string;
    handed_in_by: string;
    handed_in_at: string;
  };
}

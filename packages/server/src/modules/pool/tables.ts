import type { Generated } from 'kysely';

export type ExpertLevel = 'engineer' | 'senior' | 'full-senior';

/** Rows of the tables this module owns, by table name. */
export interface PoolTables {
  expert: {
    id: string;
    organiser_id: string;
    person_id: string;
    specialty: string;
    level: ExpertLevel;
    employer: string;
    unit_id: string | null;
    appointed_on: string;
    term_ends: string;
    state: Generated<'active' | 'left'>;
    left_reason: string | null;
    version: Generated<number>;
  };
  committee_filing: {
    id: string;
    organiser_id: string;
    name: string;
    number: string;
    filed_on: string;
    valid_until: string;
    members: number;
    levels: ExpertLevel[];
    specialties: string[];
    chair_person_id: string;
  };
}

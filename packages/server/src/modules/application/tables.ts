import type { CaseState } from '@zhiping/core';
import type { Generated } from 'kysely';

/** Rows of the tables this module owns, by table name. */
export interface ApplicationTables {
  plan: {
    id: string;
    organiser_id: string;
    pack: string;
    pack_number: number;
    name: string;
    year: number;
    confirmer_id: string;
    opened_at: string;
  };
  application: {
    id: string;
    organiser_id: string;
    plan_id: string;
    pack: string;
    pack_number: number;
    number: string;
    person_id: string;
    unit_id: string;
    authority_id: string | null;
    association_id: string | null;
    confirmer_id: string;
    specialty: string;
    level: string;
    route: string;
    stage: string;
    waits_for: string;
    due_at: string | null;
    state: CaseState;
    content: Generated<Readonly<Record<string, unknown>>>;
    content_versions: Generated<Readonly<Record<string, number>>>;
    version: Generated<number>;
    created_at: string;
    changed_at: string;
  };
  application_submission: {
    id: string;
    organiser_id: string;
    application_id: string;
    ordinal: number;
    snapshot: unknown;
    snapshot_hash: string;
    report: unknown;
    verdict: string | null;
    standard_pack: string | null;
    standard_hash: string | null;
    received_at: string;
    receipt: unknown;
  };
  application_stamped_page: {
    id: string;
    organiser_id: string;
    application_id: string;
    file_id: string;
    name: string;
    media_type: string;
    uploaded_at: string;
  };
}

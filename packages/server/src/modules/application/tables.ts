import type { ApplicationSnapshot } from '@zhiping/contract';
import type { CaseState, Receipt } from '@zhiping/core';
import type { EvaluationView } from '@zhiping/standard';
import type { StoredDecision } from '@zhiping/standard/decision/decision';
import type { Generated, JSONColumnType } from 'kysely';

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
    state: JSONColumnType<CaseState, string, string>;
    content: JSONColumnType<Readonly<Record<string, unknown>>, string | undefined, string>;
    disputed_rows: Generated<string[]>;
    content_versions: JSONColumnType<Readonly<Record<string, number>>, string | undefined, string>;
    version: Generated<number>;
    created_at: string;
    changed_at: string;
  };
  application_submission: {
    id: string;
    organiser_id: string;
    application_id: string;
    ordinal: number;
    snapshot: JSONColumnType<ApplicationSnapshot, string, string>;
    snapshot_hash: string;
    /** Kept only where there is no decision to render it from. */
    report: JSONColumnType<EvaluationView, string | null, string | null> | null;
    decision: JSONColumnType<StoredDecision, string | null | undefined, string | null> | null;
    verdict: string | null;
    standard_pack: string | null;
    standard_hash: string | null;
    received_at: string;
    receipt: JSONColumnType<Receipt, string | null, string> | null;
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

import type { AttestationId, Fields, Purpose, RowKind, RowSource, RowState } from '@zhiping/core';
import type { Generated, JSONColumnType } from 'kysely';

/** One line of a return as the unit wrote it. */
export interface RowReturnItem {
  readonly field: string | null;
  readonly problem: string;
  readonly whatToDo: string;
}

/** Rows of the tables this module owns, by table name. */
export interface ArchiveTables {
  unit_member: {
    id: string;
    unit_id: string;
    person_id: string;
    post: Generated<string>;
    joined_on: string;
    left_on: string | null;
    employer_name: Generated<string>;
    left_reason: Generated<string>;
  };
  archive_row: {
    id: string;
    person_id: string;
    unit_id: string | null;
    kind: RowKind;
    state: RowState;
    fields: JSONColumnType<Fields, string, string>;
    sealed: Buffer | null;
    field_versions: JSONColumnType<Readonly<Record<string, number>>, string, string>;
    version: Generated<number>;
    return_items: JSONColumnType<readonly RowReturnItem[], string | null, string | null> | null;
    returned_at: string | null;
    submitted_at: string | null;
    verified_at: string | null;
    verified_by: string | null;
    source: RowSource | null;
    source_key: string | null;
    /** Which list, where it is one. */
    source_note: string | null;
    fetched_at: string | null;
    fetched_fields: Generated<string[]>;
    disputed: string | null;
    created_at: string;
    updated_at: string;
  };
  unit_attestation: {
    id: string;
    unit_id: string;
    person_id: string;
    attestation: AttestationId;
    year: number;
    holds: boolean;
    result: string | null;
    years: number | null;
    note: string;
    signed_by: string;
    signed_at: string;
    superseded_at: string | null;
  };
  archive_evidence: {
    id: string;
    row_id: string;
    person_id: string;
    unit_id: string | null;
    blob_id: string;
    name: string;
    media_type: string;
    bytes: bigint;
    sameness: Buffer;
    purposes: Purpose[];
    place: Generated<number>;
    uploaded_at: string;
    removed_at: string | null;
  };
}

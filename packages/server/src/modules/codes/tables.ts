import type { CodeTableId } from '@zhiping/core';
import type { JSONColumnType } from 'kysely';

/** Rows of the tables this module owns, by table name. */
export interface CodeTables {
  code_entry: {
    id: string;
    code_table: CodeTableId;
    code: string;
    name: string;
    parent_code: string | null;
    valid_from: string;
    ended: boolean;
    successor_code: string | null;
    source: string;
    reason: string;
    import_id: string | null;
    changed_by: string | null;
    changed_at: string;
  };
  catalogue_ask: {
    id: string;
    organiser_id: string;
    plan_id: string;
    application_id: string;
    person_id: string;
    row_id: string;
    code_table: 'journal' | 'award';
    title: string;
    asked: string;
    codes: string[];
    name: string | null;
    as_of: string;
    found: boolean;
  };
  code_import: {
    id: string;
    code_table: CodeTableId;
    file_name: string;
    source: string;
    added: number;
    unchanged: number;
    failures: JSONColumnType<{ line: number; text: string; problem: string }[], string, string>;
    imported_by: string | null;
    imported_at: string;
  };
}

import type { Fields, ResultKind, ResultLineProblem } from '@zhiping/core';
import type { JSONColumnType } from 'kysely';

/** Rows of the tables this module owns, by table name. */
export interface ExaminationTables {
  result_list: {
    id: string;
    organiser_id: string;
    kind: ResultKind;
    file_name: string;
    source: string;
    published_on: string;
    /** Those on it hear of it. */
    tells: boolean;
    added: number;
    unchanged: number;
    failures: JSONColumnType<ResultLineProblem[], string, string>;
    imported_by: string | null;
    imported_at: string;
  };
  result_line: {
    id: string;
    organiser_id: string;
    list_id: string;
    line: number;
    kind: ResultKind;
    result_key: string;
    id_index: Buffer;
    name_index: Buffer;
    fields: JSONColumnType<Fields, string, string>;
    state: 'waiting' | 'taken' | 'name-differs' | 'not-passed';
    person_id: string | null;
  };
}

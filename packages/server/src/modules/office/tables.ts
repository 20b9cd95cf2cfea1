import type { JSONColumnType } from 'kysely';

/** Rows of the tables this module owns, by table name. */
export interface OfficeTables {
  office_check_item: {
    organiser_id: string;
    application_id: string;
    ordinal: number;
    place: string;
    decision: 'accepted' | 'correct';
    problem: string;
    what_to_do: string;
    late_reason: string;
    decided_by: string;
    decided_at: string;
  };
  office_judgement: {
    organiser_id: string;
    application_id: string;
    ordinal: number;
    judgement: string;
    answer: string;
    reason: string;
    decided_by: string;
    decided_at: string;
  };
  correction_notice: {
    id: string;
    organiser_id: string;
    application_id: string;
    ordinal: number;
    items: JSONColumnType<readonly NoticeItem[], string, string>;
    accepted_count: number;
    verification_code: string;
    issued_at: string;
    due_at: string | null;
  };
}

export interface NoticeItem {
  readonly place: string;
  readonly label: string;
  readonly problem: string;
  readonly whatToDo: string;
  readonly lateReason: string;
  /** The place in words, for the printed notice. */
  readonly title: string;
}

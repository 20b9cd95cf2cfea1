/** Rows of the tables this module owns, by table name. */
export interface ReuseTables {
  achievement_use: {
    id: string;
    application_id: string;
    organiser_id: string;
    person_id: string;
    unit_id: string;
    row_id: string;
    kind: string;
    title: string;
    part: string;
    text: string;
    numbers: string[];
    files: string[];
    used_at: string;
    /** Null until the platform has marked it again. */
    marks: string[] | null;
  };
}

/** Rows of the tables this module owns, by table name. */
export interface PhotoTables {
  archive_photo: {
    id: string;
    person_id: string;
    blob_id: string;
    media_type: string;
    bytes: number;
    width: number;
    height: number;
    edge: readonly number[];
    taken_on: string;
    uploaded_at: string;
    replaced_at: string | null;
  };
}

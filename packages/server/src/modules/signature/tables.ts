/** Rows of the tables this module owns, by table name. */
export interface SignatureTables {
  pledge_signature: {
    id: string;
    application_id: string;
    way: 'phone' | 'scan';
    token_hash: Buffer | null;
    expires_at: string | null;
    begun_at: string;
    text_hash: string;
    signed_at: string | null;
    file_id: string | null;
    file_name: string | null;
  };
}

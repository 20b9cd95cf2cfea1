import type { Generated } from 'kysely';

/** Rows of the tables this module owns, by table name. `unit_member` is described by the archive, `unit` by the account module. */
export interface MembershipTables {
  unit_registration: {
    id: string;
    person_id: string;
    authority_id: string | null;
    state: 'waiting' | 'approved' | 'returned' | 'refused' | 'withdrawn';
    name: string;
    credit_code: string;
    kind: 'public-institution' | 'enterprise' | 'private' | 'social';
    category: 'university' | 'hospital' | 'other';
    affiliation: 'central' | 'province' | 'city' | 'other-province';
    area: string;
    second_level_names: string[];
    agency: boolean;
    contact_name: string;
    contact_phone: string;
    letter_blob: string;
    letter_name: string;
    reason: Generated<string>;
    created_at: string;
    decided_at: string | null;
    decided_by: string | null;
    unit_id: string | null;
  };
  unit_invitation: {
    id: string;
    unit_id: string;
    kind: 'staff' | 'member';
    token_hash: Buffer;
    name: string;
    post: string;
    invited_by: string;
    created_at: string;
    expires_at: string;
    used_at: string | null;
    used_by: string | null;
    revoked_at: string | null;
  };
  joining: {
    id: string;
    unit_id: string;
    person_id: string;
    begun_by: 'person' | 'unit';
    post: string;
    employer_name: string;
    state: 'waiting' | 'accepted' | 'refused' | 'withdrawn';
    reason: Generated<string>;
    created_at: string;
    decided_at: string | null;
    decided_by: string | null;
  };
}

import type { Relation } from '@zhiping/core';
import type { SignInOutcome, SignInWay } from '@zhiping/contract';
import type { Generated, JSONColumnType } from 'kysely';

/** Rows of the tables this module owns, by table name. */
export interface AccountTables {
  organiser: {
    id: string;
    name: string;
    office_name: string;
    clock_offset_ms: Generated<bigint>;
    created_at: Generated<string>;
  };
  authority: {
    id: string;
    name: string;
    area: string;
    kind: Generated<'hr' | 'industry' | 'cyberspace' | 'department'>;
    created_at: Generated<string>;
  };
  association: { id: string; name: string; created_at: Generated<string> };
  unit: {
    id: string;
    name: string;
    credit_code: string;
    kind: 'public-institution' | 'enterprise' | 'private' | 'social';
    area: string;
    authority_id: string | null;
    association_id: string | null;
    affiliation: Generated<'central' | 'province' | 'city' | 'other-province' | null>;
    category: Generated<'university' | 'hospital' | 'other'>;
    second_level_names: Generated<string[]>;
    agency: Generated<boolean>;
    contact_name: Generated<string>;
    contact_phone: Generated<string>;
    ended_on: Generated<string | null>;
    successor_id: Generated<string | null>;
    created_at: Generated<string>;
  };
  person: {
    id: string;
    name: string;
    id_number_sealed: Buffer | null;
    id_number_index: Buffer | null;
    phone_sealed: Buffer | null;
    phone_index: Buffer | null;
    email_sealed: Generated<Buffer | null>;
    email_index: Generated<Buffer | null>;
    identity: Generated<'stated' | 'confirmed'>;
    id_number_stated: Generated<Buffer | null>;
    wrapped_key: Buffer;
    created_at: Generated<string>;
  };
  account: {
    person_id: string;
    username: string;
    password_hash: string;
    failed_attempts: Generated<number>;
    locked_until: string | null;
    changed_at: Generated<string>;
    merged_into: Generated<string | null>;
    merged_at: Generated<string | null>;
  };
  session: {
    token_hash: Buffer;
    id: Generated<string>;
    person_id: string;
    created_at: string;
    last_seen_at: string;
    expires_at: string;
    agent: Generated<string>;
    address: Generated<string>;
    limited: Generated<boolean>;
  };
  second_factor: {
    person_id: string;
    secret_sealed: Buffer;
    confirmed_at: string | null;
    last_step: Generated<bigint>;
    failed_attempts: Generated<number>;
    created_at: string;
  };
  recovery_code: { person_id: string; code_hash: Buffer; used_at: string | null };
  sign_in_challenge: {
    token_hash: Buffer;
    person_id: string;
    way: SignInWay;
    created_at: string;
    expires_at: string;
  };
  sign_in: {
    id: string;
    person_id: string | null;
    at: string;
    outcome: SignInOutcome;
    way: SignInWay;
    address: string;
    agent: string;
  };
  sign_on_attempt: {
    state_hash: Buffer;
    proof_hash: Buffer;
    nonce: string;
    verifier: string;
    created_at: string;
    expires_at: string;
  };
  sign_on_pending: {
    token_hash: Buffer;
    issuer: string;
    subject: string;
    created_at: string;
    expires_at: string;
  };
  identity_link: { id: string; issuer: string; subject: string; person_id: string; linked_at: string };
  security_setting: {
    name: string;
    value: JSONColumnType<object, string, string>;
    changed_at: string;
    changed_by: string | null;
  };
  relation: {
    id: string;
    person_id: string;
    relation: Relation;
    subject_id: string;
    organiser_id: string | null;
    created_at: Generated<string>;
    ended_at: string | null;
  };
}

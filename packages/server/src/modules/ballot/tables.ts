import type { VoteRules } from '@zhiping/core';
import type { Generated, JSONColumnType } from 'kysely';

export type RoundState = 'check-in' | 'open' | 'sealed' | 'counted' | 'void';

/** Counts of one application: all that is kept of a round. */
export interface StoredResult {
  readonly packetId: string;
  readonly number: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly recused: number;
  readonly missing: number;
  readonly n: number;
  readonly needed: number;
  readonly passed: boolean;
}

/** Rows of the tables this module owns, by table name. */
export interface BallotTables {
  ballot_round: {
    id: string;
    organiser_id: string;
    meeting_id: string;
    number: number;
    state: RoundState;
    members: number;
    items: string[];
    present: number | null;
    rules: JSONColumnType<VoteRules, string, string>;
    chair_key: Buffer | null;
    supervisor_key: Buffer | null;
    round_key: Buffer | null;
    wrapped_ephemeral: Buffer | null;
    wrapped_box: Buffer | null;
    handed_share: Buffer | null;
    envelope_hashes: string[] | null;
    result: JSONColumnType<readonly StoredResult[], string, string> | null;
    void_reason: string | null;
    opened_at: string | null;
    sealed_at: string | null;
    ended_at: string | null;
  };
  attendance: { round_id: string; organiser_id: string; person_id: string };
  'packet.envelope': { round_id: string; person_id: string; sealed: Buffer; cast_: Generated<boolean> };
}

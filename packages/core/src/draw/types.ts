import type { Hash } from '../record/hash.ts';

export const DRAW_FORMAT = 'zhiping-draw/1';

/**
 * One pool member as the public sees it. Names stay hidden from applicants and units, so a member is an opaque code made
 * for this draw; `identity` is a salted hash with which a supervisor can later prove whom a code meant.
 */
export interface PoolEntry {
  readonly code: string;
  readonly identity: Hash;
  /** Opaque code of the employer, the same for colleagues. */
  readonly employer: string;
  /** What quotas are stated over, e.g. the specialty group. */
  readonly stratum: string;
  readonly level: string;
  /** Last day of the term, `YYYY-MM-DD`. */
  readonly termEnds: string;
}

export interface Quota {
  readonly stratum: string;
  readonly min: number;
  /** Null where there is no upper limit. */
  readonly max: number | null;
}

export interface DrawRules {
  readonly members: number;
  readonly reserves: number;
  /** Day of the draw, `YYYY-MM-DD`: terms that ended before it are passed over. */
  readonly heldOn: string;
  /** Title levels that may sit on this committee. */
  readonly levels: readonly string[];
  readonly quotas: readonly Quota[];
  /** Most members from one employer; null for no limit. */
  readonly employerCap: number | null;
}

export const RECUSAL_KINDS = ['applicant', 'same-unit', 'endorser', 'declared', 'integrity'] as const;
export type RecusalKind = (typeof RECUSAL_KINDS)[number];

export interface DrawRecusal {
  readonly code: string;
  readonly kinds: readonly RecusalKind[];
}

/**
 * A value that nobody in the room can choose: a drand round or a lottery result that is not known yet when the draw is
 * committed, typed in by the supervisor afterwards; `none` on a closed network.
 */
export type PublicSource =
  | { readonly kind: 'drand' | 'lottery'; readonly name: string }
  | { readonly kind: 'none'; readonly name: '' };

/** What is recorded before anybody can know the outcome. */
export interface DrawCommitment {
  readonly format: typeof DRAW_FORMAT;
  /** Number of the draw; each is used once, and one that is not completed stays visible. */
  readonly number: string;
  readonly poolRoot: Hash;
  readonly rulesHash: Hash;
  readonly recusalRoot: Hash;
  readonly officeCommitment: Hash;
  readonly supervisorCommitment: Hash;
  readonly publicSource: PublicSource;
}

export interface DrawInput {
  readonly pool: readonly PoolEntry[];
  readonly rules: DrawRules;
  readonly recusals: readonly DrawRecusal[];
}

/** What is revealed when the draw is completed. Secrets are 32 bytes in hexadecimal. */
export interface DrawReveal {
  readonly publicValue: string;
  readonly officeSecret: string;
  readonly supervisorSecret: string;
}

export type PassReason = 'recused' | 'term' | 'level' | 'quota' | 'employer-cap';

/** The walk: who was taken, who waits in reserve, who was passed over and why, all in the drawn order. */
export interface DrawOutcome {
  readonly members: readonly string[];
  readonly reserves: readonly string[];
  readonly passed: readonly { readonly code: string; readonly reason: PassReason }[];
  /** Members wanted but not found; 0 in a draw that may be used. */
  readonly short: number;
}

/** Everything a stranger needs to repeat the draw. */
export interface DrawTranscript extends DrawInput, DrawOutcome {
  readonly commitment: DrawCommitment;
  readonly reveal: DrawReveal;
  readonly seed: Hash;
  /** All codes in the drawn order. */
  readonly order: readonly string[];
  /** SHA-256 of the canonical JSON of everything else; the record holds it. */
  readonly hash: Hash;
}

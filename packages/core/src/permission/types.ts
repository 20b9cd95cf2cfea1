/**
 * What a person is to one thing. Relations are facts found per target (this person, this application), never a
 * global role: somebody who is office staff and also an applicant is only `applicant` to the own case.
 */
export const RELATIONS = [
  'public', // anybody, signed in or not
  'signed-in', // any account
  'applicant', // the person whose archive, application, certificate it is
  'unit', // staff of the unit the thing belongs to
  'authority', // staff of the 人社 or competent department that seals it
  'association', // staff of the industry association asked for it
  'office', // staff of the committee office of the organiser
  'confirmer', // staff of the authority that confirms results
  'expert', // drawn into the meeting, accepted, not recused from this application
  'chair', // chair of the meeting
  'supervisor', // supervisor of the organiser
  'policy-owner',
  'system-admin',
  'security-admin',
  'audit-admin',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** `noun.verb`, e.g. `application.submit`. Declared by exactly the rows of the table. */
export type Action = `${string}.${string}`;

/** One row of the permission table. No row means no. */
export interface PermissionRow {
  readonly action: Action;
  readonly relation: Relation;
  /** States of the target in which the row holds; `any` for every state, and for targets that have none. */
  readonly stages: readonly string[] | 'any';
  /** Top-level fields of the answer this relation may see; `all` only where every field is theirs to see. */
  readonly fields: readonly string[] | 'all';
  /** Where it comes from: document and clause, or the reason of our own. */
  readonly source: string;
}

/** One relation a person holds, as read from the database at the start of a request. */
export interface HeldRelation {
  readonly relation: Relation;
  /** unit, authority, association, meeting or organiser id the relation is to. */
  readonly subjectId: string;
  readonly organiserId: string | null;
  /** Held in the place of this person, from day to day; absent where it is one's own. */
  readonly inPlaceOf?: string;
}

/** Who acts. `personId` is null for the public and for the system's own jobs. */
export interface Actor {
  readonly kind: 'person' | 'public' | 'system';
  readonly personId: string | null;
  readonly held: readonly HeldRelation[];
  /** Signed in without the second factor that is due: may act on the own matters only. */
  readonly limited?: boolean;
  /** A program with a token: the actions it may do, in the one relation it holds and no other. */
  readonly token?: readonly string[];
}

/** What the table needs to know of a target; loaders in the server fill it from one row. */
export interface TargetFacts {
  readonly stage: string;
  readonly organiserId?: string | null;
  readonly applicantPersonId?: string | null;
  readonly unitId?: string | null;
  readonly authorityId?: string | null;
  readonly associationId?: string | null;
  readonly confirmerId?: string | null;
  readonly meetingId?: string | null;
  /** Persons who act in the meeting as experts and are not recused from this target. */
  readonly expertPersonIds?: readonly string[];
  readonly chairPersonId?: string | null;
  /** Persons barred from every relation but `applicant` and `public` (recusal binds administrators too). */
  readonly recusedPersonIds?: readonly string[];
}

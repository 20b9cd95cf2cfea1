import type { Relation, TargetFacts } from '@zhiping/core';
import type { DemonstrationLogin } from '../start/demonstration/logins.ts';
import { DEMONSTRATION } from '../start/demonstration/organisations.ts';

/** Somebody who stands in exactly one relation to a target made for them, beside `public` and `signed-in`. */
export interface Persona {
  readonly relation: Relation;
  /** Null: not signed in. */
  readonly login: DemonstrationLogin | null;
  /** What about a target makes this person stand in the relation to it. */
  readonly belongs: (personId: string) => Partial<TargetFacts>;
  /** True where the relation holds for everything (administrators) or needs no target. */
  readonly everywhere?: boolean;
}
const nothing = (): Partial<TargetFacts> => ({});
const organiser = () => ({ organiserId: DEMONSTRATION.organiser });

export const PERSONAS: readonly Persona[] = [
  { relation: 'public', login: null, belongs: nothing, everywhere: true },
  { relation: 'signed-in', login: 'applicant2', belongs: nothing, everywhere: true },
  { relation: 'applicant', login: 'applicant', belongs: (id) => ({ applicantPersonId: id }) },
  { relation: 'unit', login: 'unit', belongs: () => ({ unitId: DEMONSTRATION.enterprise }) },
  { relation: 'authority', login: 'authority', belongs: () => ({ authorityId: DEMONSTRATION.authority }) },
  { relation: 'association', login: 'association', belongs: () => ({ associationId: DEMONSTRATION.association }) },
  { relation: 'office', login: 'office', belongs: organiser },
  { relation: 'confirmer', login: 'confirmer', belongs: () => ({ confirmerId: DEMONSTRATION.confirmer }) },
  { relation: 'expert', login: 'expert1', belongs: (id) => ({ expertPersonIds: [id] }) },
  { relation: 'chair', login: 'chair', belongs: (id) => ({ chairPersonId: id }) },
  { relation: 'supervisor', login: 'supervisor', belongs: organiser },
  { relation: 'policy-owner', login: 'policy', belongs: organiser },
  { relation: 'system-admin', login: 'system', belongs: nothing, everywhere: true },
  { relation: 'security-admin', login: 'security', belongs: nothing, everywhere: true },
  { relation: 'audit-admin', login: 'audit', belongs: nothing, everywhere: true },
];

import type { FieldRef } from '../language/predicate.ts';
import type { Constraint } from './constraint.ts';
import type { Place } from './moves.ts';

/**
 * Fields that a person can still bring about when they are stated otherwise: work can be completed, a result published
 * or registered, an expert asked. Levels, roles, ranks, dates and other facts of the past cannot be changed, and proposing
 * it would be proposing to write something untrue.
 */
const OF_RECORDS: ReadonlySet<string> = new Set([
  'adopted',
  'appraisals',
  'certificate',
  'completed',
  'evidence',
  'granted',
  'implemented',
  'inProduction',
  'internationallyRecognised',
  'peerReviewed',
  'promulgated',
  'published',
  'recognised',
  'retrievalPage',
]);

const OF_THE_PERSON: ReadonlySet<string> = new Set([
  'applicant.onPost',
  'applicant.specialtyWork',
  'probation.assessed',
  'probation.years',
]);
const PARTS_OF_THE_PERSON: ReadonlySet<string> = new Set(['consents', 'continuingEducation']);

/** Whether the field can still become what is needed. */
export function isMendable(place: Place, field: FieldRef, constraint: Constraint): boolean {
  // What nobody would bring about on purpose: undoing, fewer, worse.
  if (constraint.form === 'yes' && !constraint.is) return false;
  if (place === null) {
    return OF_THE_PERSON.has(field.path.join('.')) || PARTS_OF_THE_PERSON.has(field.path[0] ?? '') || isConsent(field);
  }
  // A degree that is not yet confirmed may be shown to be higher.
  if (constraint.form === 'claim') return constraint.least > 0;
  return OF_RECORDS.has(field.path[0] ?? '');
}

const isConsent = (field: FieldRef): boolean => field.path.join('.') === 'greenChannel.agreed';

/**
 * What becomes of every column that names a person when two accounts are joined.
 * - `moves`: rows of the joined account are the other's from then on. `through`: reached by what belongs to the application, the
 *   file or the message that moved before it, where the column has no index of its own. `unless`: a row whose `unless` columns
 *   equal those of one the other account has already stays behind.
 * - `ends`: rows of the joined account are deleted.
 * - `stays`: keeps naming the joined account, whose person and name are still there.
 */
export type PersonColumn =
  | {
      readonly does: 'moves';
      readonly through?: 'application' | 'file' | 'message';
      readonly unless?: readonly string[];
    }
  | { readonly does: 'ends' }
  | { readonly does: 'stays'; readonly why: string };

const MOVES: PersonColumn = { does: 'moves' };
const BY_APPLICATION: PersonColumn = { does: 'moves', through: 'application' };
const ENDS: PersonColumn = { does: 'ends' };
const stays = (why: string): PersonColumn => ({ does: 'stays', why });
/** Who did something is what the record says, for good. */
const DID = stays('who did it then');
const SEAT = stays('what happened in a meeting stands under the seat that was taken; meetings that run bar the merge');

/**
 * Every such column of the database, `table.column`; in the order in which they move. A test compares it with the database, so
 * that whoever adds a column decides here what becomes of it.
 */
export const PERSON_COLUMNS: Readonly<Record<string, PersonColumn>> = {
  // What other rows are reached by moves first.
  'application.person_id': MOVES,
  'blob.owner_person_id': MOVES,
  'message.person_id': { does: 'moves', unless: ['template', 'about_id', 'occasion'] },

  'access_log.person_id': { does: 'moves', unless: ['by_person', 'what', 'subject_id', 'hour'] },
  'account.merged_into': MOVES,
  'achievement_use.person_id': BY_APPLICATION,
  'api_token.person_id': MOVES,
  'appointment.person_id': MOVES,
  'archive_evidence.person_id': { does: 'moves', through: 'file' },
  'archive_photo.person_id': MOVES,
  'archive_row.person_id': MOVES,
  'call_note.person_id': BY_APPLICATION,
  'catalogue_ask.person_id': BY_APPLICATION,
  'certificate.person_id': MOVES,
  'committee_filing.chair_person_id': MOVES,
  'consent_request.person_id': BY_APPLICATION,
  'consultation.person_id': MOVES,
  'expert.person_id': { does: 'moves', unless: ['organiser_id'] },
  'fee.person_id': BY_APPLICATION,
  'former_name.person_id': MOVES,
  'identity_link.person_id': MOVES,
  'joining.person_id': MOVES,
  'meeting_case.applicant_person_id': BY_APPLICATION,
  'message_delivery.person_id': { does: 'moves', through: 'message' },
  'paper.person_id': BY_APPLICATION,
  'payment_order.person_id': BY_APPLICATION,
  'privacy_request.person_id': MOVES,
  'publicity.person_id': BY_APPLICATION,
  'publicity_person.person_id': BY_APPLICATION,
  'register_request.person_id': MOVES,
  'result_decision.person_id': BY_APPLICATION,
  'result_line.person_id': MOVES,
  'self_appointment.person_id': MOVES,
  'unit_appraisal.person_id': BY_APPLICATION,
  'unit_attestation.person_id': MOVES,
  'unit_member.person_id': MOVES,
  'unit_registration.person_id': MOVES,
  'upload.person_id': MOVES,
  'volume_order.person_id': BY_APPLICATION,
  'webhook.person_id': MOVES,

  'recovery_code.person_id': ENDS,
  'second_factor.person_id': ENDS,
  'session.person_id': ENDS,
  'sign_in_challenge.person_id': ENDS,

  'account.person_id': stays('the user name is nobody else’s; signing in with it says that it was joined'),
  'account_merge.from_person': stays('which accounts were joined'),
  'account_merge.into_person': stays('which accounts were joined'),
  'contact_change.person_id': stays('codes sent to the joined account are of no use any more'),
  'delegation.from_person': stays('bound two people then; one that is not over bars the merge'),
  'delegation.to_person': stays('bound two people then; one that is not over bars the merge'),
  'idempotency.person_id': stays('answers to requests of sessions that ended'),
  'message_preference.person_id': stays('the account that stays keeps its own choice'),
  'policy_approval.person_id': stays('who approved then; the approver is asked by all the accounts that were theirs'),
  'privacy_consent.person_id': stays('what was agreed to when signing in as the joined account'),
  'record_salt.person_id': stays('salts of what the record says of the joined account; erased together with the other'),
  'relation.person_id': stays('ended; the same relation begins anew for the account that stays'),
  'sign_in.person_id': stays('tries to sign in with the joined user name'),

  'attendance.person_id': SEAT,
  'draw_code.person_id': SEAT,
  'meeting.chair_person_id': SEAT,
  'packet.envelope.person_id': SEAT,
  'packet.opinion_signature.person_id': SEAT,
  'packet.score.person_id': SEAT,
  'recusal.person_id': SEAT,
  'seat.person_id': SEAT,

  'access_log.by_person': DID,
  'account_merge.ended_by': DID,
  'api_token.revoked_by': DID,
  'application_post.recorded_by': DID,
  'application_seal.decided_by': DID,
  'appointment.recorded_by': DID,
  'appointment_assessment.recorded_by': DID,
  'archive_row.verified_by': DID,
  'bank_statement.imported_by': DID,
  'bulk_message.decided_by': DID,
  'bulk_message.held_by': DID,
  'certificate_revocation.asked_by': DID,
  'certificate_revocation.decided_by': DID,
  'code_entry.changed_by': DID,
  'code_import.imported_by': DID,
  'consent_request.answered_by': DID,
  'consent_request.asked_by': DID,
  'consultation.answered_by': DID,
  'consultation_paper.handed_in_by': DID,
  'defence_reason.named_by': DID,
  'delegation.ended_by': DID,
  'destruction_list.decided_by': DID,
  'destruction_round.begun_by': DID,
  'endorsement.checked_by': DID,
  'fee.settled_by': DID,
  'former_name.changed_by': DID,
  'joining.decided_by': DID,
  'objection.answered_by': DID,
  'office_check_item.decided_by': DID,
  'office_judgement.decided_by': DID,
  'paper.received_by': DID,
  'payment_order.created_by': DID,
  'payment_order.refund_asked_by': DID,
  'plan_opening.decided_by': DID,
  'plan_opening.proposed_by': DID,
  'policy_draft.drafted_by': DID,
  'policy_simulation.started_by': DID,
  'privacy_notice.published_by': DID,
  'privacy_request.answered_by': DID,
  'call_note.noted_by': DID,
  'publicity_proof.uploaded_by': DID,
  'result_decision.decided_by': DID,
  'result_list.imported_by': DID,
  'retention_change.decided_by': DID,
  'retention_change.proposed_by': DID,
  'retention_hold.placed_by': DID,
  'retention_hold.released_by': DID,
  'security_setting.changed_by': DID,
  'self_appointment.recorded_by': DID,
  'unit_appraisal.recorded_by': DID,
  'unit_attestation.signed_by': DID,
  'unit_change.changed_by': DID,
  'unit_invitation.invited_by': DID,
  'unit_invitation.used_by': DID,
  'unit_post.changed_by': DID,
  'unit_ranking.recorded_by': DID,
  'unit_registration.decided_by': DID,
  'volume_order.ordered_by': DID,
  'window_extension.decided_by': DID,
  'window_extension.proposed_by': DID,
};

import type { DrawCommitment, DrawInput, PublicSource } from '@zhiping/core';
import type { Generated, JSONColumnType } from 'kysely';

export type MeetingStage = 'preparing' | 'drawn' | 'reviewing' | 'voting' | 'voted' | 'publicised' | 'closed';
export type SeatState = 'reserve' | 'invited' | 'accepted' | 'declined' | 'recused';
export type DrawStage = 'announced' | 'committed' | 'revealed' | 'completed' | 'abandoned';
export type DefenceState = 'none' | 'waiting' | 'present' | 'absent';

/** Rows of the tables this module owns, by table name. */
export interface MeetingTables {
  meeting: {
    id: string;
    organiser_id: string;
    plan_pack: string;
    plan_number: number;
    filing_id: string;
    title: string;
    stage: MeetingStage;
    held_on: string;
    venue: string;
    members: number;
    chair_person_id: string;
    blind: boolean;
    version: Generated<number>;
  };
  seat: {
    id: string;
    meeting_id: string;
    organiser_id: string;
    person_id: string;
    code: string | null;
    position: number;
    state: SeatState;
    reason: string | null;
    pledged_at: string | null;
    answered_at: string | null;
    version: Generated<number>;
  };
  meeting_case: {
    meeting_id: string;
    application_id: string;
    organiser_id: string;
    applicant_person_id: string;
    unit_id: string;
    number: number;
    level: string;
    specialty: string;
    packet_id: string;
    defence_at: string | null;
    defence_room: string | null;
    defence: DefenceState;
  };
  defence_reason: {
    application_id: string;
    trigger: string;
    organiser_id: string;
    label: string;
    text: string;
    state: 'applies' | 'open' | 'named';
    detail: string;
    named_by: string | null;
    at: string;
  };
  draw: {
    id: string;
    organiser_id: string;
    meeting_id: string;
    number: string;
    stage: DrawStage;
    input: JSONColumnType<DrawInput, string, string>;
    office_commitment: string;
    source: JSONColumnType<PublicSource, string, string>;
    commitment: JSONColumnType<DrawCommitment, string, string> | null;
    office_secret: string | null;
    abandoned_reason: string | null;
    transcript: string | null;
    announced_at: string;
    committed_at: string | null;
    completed_at: string | null;
  };
  draw_code: { draw_id: string; organiser_id: string; code: string; person_id: string; salt: string };
  recusal: {
    meeting_id: string;
    organiser_id: string;
    packet_id: string;
    person_id: string;
    kind: 'declared' | 'same-unit' | 'endorser' | 'applicant';
    reason: string;
    at: string;
  };
}

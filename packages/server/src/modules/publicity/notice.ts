import type { NoticeAchievement, NoticePerson } from '@zhiping/core';

/** What a unit posts about one person, LN-2024 附件1, and nothing else. */
export interface UnitNotice {
  readonly kind: 'unit';
  readonly year: number;
  readonly unitName: string;
  readonly specialty: string;
  readonly titleName: string;
  readonly approvingMeeting: string;
  readonly person: NoticePerson;
  readonly achievements: readonly NoticeAchievement[];
}

/** What an organiser posts about the results of a meeting. */
export interface ResultNotice {
  readonly kind: 'result';
  readonly year: number;
  readonly committeeName: string;
  readonly meetingName: string;
  readonly people: readonly {
    readonly place: number;
    readonly name: string;
    readonly unit: string;
    readonly specialty: string;
    readonly titleName: string;
  }[];
}

/** Frozen when posted: the page, the file and every later question are answered from it. */
export type Notice = UnitNotice | ResultNotice;

import type { AchievementCategory } from '../../documents/index.ts';

/** One achievement on the notice of a unit; months only. */
export interface NoticeAchievement {
  readonly rowId: string;
  readonly name: string;
  readonly startedIn: string;
  readonly endedIn: string | null;
  readonly content: string;
  readonly role: '主持' | '参与' | '独立';
  readonly category: AchievementCategory;
}

/** What a unit posts about one person, LN-2024 附件1, and nothing else. */
export interface UnitNotice {
  readonly kind: 'unit';
  readonly year: number;
  readonly unitName: string;
  readonly specialty: string;
  readonly titleName: string;
  readonly approvingMeeting: string;
  readonly person: {
    readonly name: string;
    readonly sex: '男' | '女';
    readonly bornIn: string;
    readonly education: string;
    readonly currentTitle: string;
    readonly currentTitleSince: string | null;
    readonly post: string;
  };
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

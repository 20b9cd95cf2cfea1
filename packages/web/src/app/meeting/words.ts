import type { DrawRow, ExpertRow, MeetingStage, RoundView, SeatRow } from '@zhiping/contract';
import type { PassReason, RecusalKind } from '@zhiping/core';

/** Chinese words of what the server names; the same everywhere in the pages of meetings. */
export const STAGE_WORDS: Readonly<Record<MeetingStage, string>> = {
  preparing: '筹备中',
  drawn: '已抽取，等待专家答复',
  reviewing: '评议中',
  voting: '表决中',
  voted: '已表决',
  publicised: '结果公示',
  closed: '已结束',
};

/** What a meeting waits for, in one sentence. */
export const STAGE_WAITS: Readonly<Record<MeetingStage, string>> = {
  preparing: '把等待上会的申报编入会议，然后抽取专家。',
  drawn: '等待受邀专家答复；全部答复后冻结案卷，交专家评议。',
  reviewing: '专家正在阅卷、评分、答辩并签署评议组意见；完成后由主任委员建立表决。',
  voting: '正在签到和表决。',
  voted: '表决已完成，等待评委会办公室公示结果。',
  publicised: '评审结果正在公示。',
  closed: '会议已结束。',
};

export const LEVEL_WORDS: Readonly<Record<string, string>> = {
  technician: '技术员',
  assistant: '助理工程师',
  engineer: '工程师',
  senior: '高级工程师',
  'full-senior': '正高级工程师',
};
export const levelWord = (level: string): string => LEVEL_WORDS[level] ?? level;

export const EXPERT_LEVELS: readonly { readonly value: ExpertRow['level']; readonly label: string }[] = [
  { value: 'engineer', label: '工程师' },
  { value: 'senior', label: '高级工程师' },
  { value: 'full-senior', label: '正高级工程师' },
];

export const SEAT_WORDS: Readonly<Record<SeatRow['state'], string>> = {
  reserve: '候补',
  invited: '等待答复',
  accepted: '已接受',
  declined: '已谢绝',
  recused: '已回避',
};

export const ROUND_WORDS: Readonly<Record<RoundView['state'], string>> = {
  'check-in': '签到中',
  open: '投票中',
  sealed: '投票已截止，等待开票',
  counted: '已开票',
  void: '已作废',
};

export const DRAW_WORDS = {
  announced: '已宣布，等待监督员承诺',
  committed: '已锁定，等待公布秘密值',
  revealed: '办公室已公布，等待监督员完成',
  completed: '已完成',
  abandoned: '已终止',
} as const;

/** Where a draw stands; one that found too few says so. */
export function drawWords({ stage, members, memberCodes }: Pick<DrawRow, 'stage' | 'members' | 'memberCodes'>): string {
  if (stage !== 'completed' || memberCodes.length >= members) return DRAW_WORDS[stage];
  return `${DRAW_WORDS[stage]}，专家不足（应抽 ${members} 人，抽到 ${memberCodes.length} 人），须重新宣布`;
}

export const RECUSAL_WORDS: Readonly<Record<RecusalKind, string>> = {
  applicant: '本人申报',
  'same-unit': '同单位',
  endorser: '推荐人',
  declared: '本人声明',
  integrity: '诚信记录',
};

export const PASS_WORDS: Readonly<Record<PassReason, string>> = {
  recused: '应当回避',
  term: '聘期已满',
  level: '职称层级不符',
  quota: '名额已满',
  'employer-cap': '同单位人数已满',
};

export const DEFENCE_WORDS = { none: '不需要', waiting: '待答辩', present: '已到场', absent: '缺席' } as const;

/** Hundredths as points: 8,650 → `86.50`. */
export const points = (hundredths: number | null): string =>
  hundredths === null ? '—' : (hundredths / 100).toFixed(2);

import type { PackKind } from '@zhiping/contract';

export const KINDS: Readonly<Record<PackKind, string>> = {
  standard: '评审标准',
  plan: '评审计划',
  calendar: '工作日表',
  questions: '问答',
  words: '检索用词',
};

export const VERDICTS = {
  eligible: '符合',
  'needs-judgement': '待判断',
  incomplete: '材料不全',
  ineligible: '不符合',
} as const;
export const verdictWord = (verdict: keyof typeof VERDICTS | null): string =>
  verdict === null ? '不能评估' : VERDICTS[verdict];

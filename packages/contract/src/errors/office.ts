import type { ErrorDefinitions } from './types.ts';

export const officeErrors = {
  JUDGEMENT_UNKNOWN: {
    status: 422,
    message: '没有这项须判断的内容，或没有这个答复',
    what: '请刷新页面后再判断；材料或其他判断改变后，须判断的内容可能不同。',
  },
  JUDGEMENT_REASON: {
    status: 422,
    message: '没有写明理由',
    what: '认定低于本人主张或不符合的，请写明理由。',
  },
  NOT_SUBMITTED: { status: 422, message: '申报人还没有提交', what: '提交以后才能审核，请等待申报人提交。' },
  CHECK_PLACE: { status: 422, message: '没有这一项审核内容', what: '请刷新页面，按现在的材料审核。' },
  CHECK_HAS_CORRECTIONS: {
    status: 422,
    message: '有内容需要补正，不能通过',
    what: '请退回补正，或把该项改为“无问题”。',
  },
  CHECK_LATE_REASON: {
    status: 422,
    message: '有前次审核时已有、当时没有提出的问题',
    what: '审核意见须一次性告知；确需补充提出的，请在该项写明理由。',
  },
} as const satisfies ErrorDefinitions;

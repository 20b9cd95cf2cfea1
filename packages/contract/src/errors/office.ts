import type { ErrorDefinitions } from './types.ts';

export const officeErrors = {
  NOT_SUBMITTED: { status: 422, message: '申报人还没有提交', what: '提交以后才能审核。' },
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

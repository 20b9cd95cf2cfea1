import type { ErrorDefinitions } from './types.ts';

export const consentErrors = {
  CONSENT_NOT_ASKED_FOR: {
    status: 422,
    message: '这项申报不需要征求这项同意',
    what: '请核对申报方式和专业；只有计划写明的申报方式才需要征求同意。',
  },
  CONSENT_WRONG_DEPARTMENT: {
    status: 422,
    message: '所选部门不是这项同意的主管部门',
    what: '请从列出的部门中选择。',
  },
  CONSENT_ASKED: {
    status: 409,
    message: '已经征求过这项同意',
    what: '请等待答复，或查看已有的答复。',
  },
  CONSENT_ENDED: {
    status: 409,
    message: '这项申报已经结束',
    what: '结束的申报不再征求意见，也不再答复；请刷新页面查看结果。',
  },
  CONSENT_ANSWERED: { status: 409, message: '已经答复', what: '请刷新页面查看已作出的答复。' },
} as const satisfies ErrorDefinitions;

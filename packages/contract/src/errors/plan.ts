import type { ErrorDefinitions } from './types.ts';

export const planErrors = {
  PLAN_NOT_READY: {
    status: 422,
    message: '这个计划现在还不能公布',
    what: '请按公布前的核对逐项补齐，然后再办理。',
  },
  PLAN_VERSION_CHANGED: {
    status: 409,
    message: '这个计划已经有更新的版本发布',
    what: '请刷新页面，看过新的版本再办理。',
  },
  PLAN_OPENING_WAITS: {
    status: 409,
    message: '这个计划已有一项公布在等待批准',
    what: '请先批准或否决那一项。',
  },
  PLAN_OPENING_SAME_PERSON: {
    status: 422,
    message: '提出的人不能自己批准',
    what: '请由另一位工作人员或监督人员批准。',
  },
  PLAN_OPENING_DECIDED: { status: 409, message: '这项公布已经办理', what: '请刷新页面，查看结果。' },
} as const satisfies ErrorDefinitions;

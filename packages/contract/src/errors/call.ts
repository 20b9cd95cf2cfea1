import type { ErrorDefinitions } from './types.ts';

export const callErrors = {
  CALL_TIME: {
    status: 422,
    message: '通话时间晚于现在，或早于一年以前',
    what: '请填写实际通话的时间；还没有打的，打过以后再记。',
  },
  CALLS_FULL: {
    status: 409,
    message: '这份申报已有 200 条电话记录',
    what: '请改用书面通知；需要补充的，写在审核意见里。',
  },
} as const satisfies ErrorDefinitions;

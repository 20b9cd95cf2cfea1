import type { ErrorDefinitions } from './types.ts';

export const resultErrors = {
  RESULT_NOBODY_PASSED: { status: 422, message: '没有表决通过的人，不需要公示', what: '请直接结束会议并存档。' },
  RESULT_NOT_PUBLISHED: { status: 422, message: '结果还没有公示', what: '请先公示评审结果。' },
} as const satisfies ErrorDefinitions;

import type { ErrorDefinitions } from './types.ts';

export const resultErrors = {
  RESULT_NOBODY_PASSED: { status: 422, message: '没有表决通过的人，不需要公示', what: '请直接结束会议并存档。' },
  RESULT_NOT_PUBLISHED: { status: 422, message: '结果还没有公示', what: '请先公示评审结果。' },
  RESULT_NONE_CONFIRMED: { status: 422, message: '没有一人能够确认', what: '请看各人不能确认的原因，处理后再试。' },
} as const satisfies ErrorDefinitions;

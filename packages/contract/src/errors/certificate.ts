import type { ErrorDefinitions } from './types.ts';

export const certificateErrors = {
  REVOCATION_ASKED: { status: 409, message: '已有人提出撤销，正等待复核', what: '请由另一位工作人员复核。' },
  REVOCATION_NOT_ASKED: { status: 409, message: '没有等待复核的撤销', what: '请刷新页面查看最新情况。' },
  REVOCATION_SAME_PERSON: { status: 422, message: '撤销须由两人办理', what: '请由提出人以外的工作人员复核。' },
} as const satisfies ErrorDefinitions;

import type { ErrorDefinitions } from './types.ts';

export const policyErrors = {
  POLICY_ALREADY_APPROVED: { status: 409, message: '您已批准过这个版本', what: '请由另一位政策管理人员批准。' },
  POLICY_CHANGED: { status: 409, message: '版本内容与您看到的不同', what: '请刷新页面，核对内容散列后再批准。' },
  POLICY_TEXT_WITHOUT_NUMBERS: {
    status: 422,
    message: '原文里没有找到印刷编号',
    what: '请粘贴文件全文，每个编号（一、（一）1.）另起一行。',
  },
} as const satisfies ErrorDefinitions;

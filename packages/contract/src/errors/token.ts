import type { ErrorDefinitions } from './types.ts';

export const tokenErrors = {
  TOKEN_INVALID: {
    status: 401,
    message: '接口令牌无效',
    what: '令牌可能已到期、已停用，或建立它的人不再担任那个身份。请重新建立。',
  },
  TOKEN_SCOPE: { status: 403, message: '这个接口令牌不能办理这一项', what: '请建立包含这一项的令牌。' },
  TOKEN_ACTIONS: { status: 422, message: '有不能交给令牌的事项', what: '请只选择列出的事项。' },
} as const satisfies ErrorDefinitions;

import type { ErrorDefinitions } from './types.ts';

export const generalErrors = {
  NOT_FOUND: { status: 404, message: '没有找到', what: '请检查地址；也可能您没有查看的权限。' },
  UNAUTHENTICATED: { status: 401, message: '请先登录', what: '请登录后再试。' },
  INVALID: { status: 422, message: '有内容需要修改', what: '请按各项的提示修改后再提交。' },
  BAD_REQUEST: { status: 400, message: '请求的格式不正确', what: '请刷新页面后再试。' },
  FOREIGN_REQUEST: { status: 403, message: '请求没有来自本平台的页面', what: '请在本平台的页面上操作。' },
  STALE: { status: 409, message: '内容已被更新', what: '请刷新页面，查看最新内容后再操作。' },
  NOT_AT_THIS_STEP: {
    status: 409,
    message: '该事项已不在这一步骤',
    what: '它已进入别的步骤或已经办结；请刷新页面，按页面显示的当前步骤办理。',
  },
  IDEMPOTENCY_MISMATCH: {
    status: 409,
    message: '同一个提交编号用于不同的内容',
    what: '请刷新页面后重新提交。',
  },
  WINDOW_CLOSED: { status: 409, message: '已过截止时间', what: '本次受理已结束；如有疑问，请联系评委会办公室。' },
  TOO_LARGE: { status: 413, message: '提交的内容太大', what: '请减小文件或内容后再试。' },
  UNSUPPORTED_TYPE: { status: 415, message: '不支持这种内容格式', what: '请使用页面提示的格式。' },
  TOO_MANY: { status: 429, message: '操作太频繁', what: '请稍等片刻再试。' },
  BUSY: { status: 503, message: '系统正忙', what: '请稍后再试；已填写的内容不会丢失。' },
  INTERNAL: { status: 500, message: '系统出现错误', what: '请稍后再试；如仍出现，请把编号告诉管理员。' },
  OFFLINE: { status: 503, message: '连接不上服务器', what: '请检查网络后再试。' },
  UNEXPECTED_ANSWER: { status: 500, message: '服务器的回答无法识别', what: '请刷新页面后再试。' },
} as const satisfies ErrorDefinitions;

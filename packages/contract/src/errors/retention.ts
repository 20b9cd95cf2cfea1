import type { ErrorDefinitions } from './types.ts';

export const retentionErrors = {
  RETENTION_TOO_SHORT: {
    status: 422,
    message: '短于这一类最少要保存的期限',
    what: '请改为不短于页面上写明的最少月数。',
  },
  RETENTION_TOO_LONG: {
    status: 422,
    message: '长于这一类最多可以保存的期限',
    what: '请改为不长于页面上写明的最多月数，个人信息不得超过必要的时间保存。',
  },
  RETENTION_NOT_FOREVER: {
    status: 422,
    message: '这一类不能永久保存',
    what: '请写明保存多少个月；可以永久保存的类别在页面上注明。',
  },
  RETENTION_SAME: { status: 422, message: '与现在执行的期限相同', what: '不需要变更；请核对选择的类别和月数。' },
  RETENTION_OPEN: { status: 409, message: '这一类已有一项变更在等待批准', what: '请先批准或否决那一项。' },
  RETENTION_SAME_PERSON: {
    status: 422,
    message: '提出的人不能自己批准',
    what: '请由另一位安全管理员或审计管理员批准。',
  },
  RETENTION_DECIDED: { status: 409, message: '这一项已经办理', what: '请刷新页面，查看结果。' },
  DESTRUCTION_OPEN: {
    status: 409,
    message: '上一次的销毁清册还没有办完',
    what: '请先批准或否决等待中的清册，等查找和销毁结束后再编制新的清册。',
  },
  DESTRUCTION_CHANGED: {
    status: 409,
    message: '批准的清册与页面上看到的不是同一份',
    what: '请刷新页面，核对件数和散列后再批准。',
  },
  HOLD_STANDS: { status: 409, message: '这份申报已经保全', what: '请在列表里查看；不再需要的，先解除再办理。' },
  HOLD_RELEASED: { status: 409, message: '这项保全已经解除', what: '请刷新页面，查看结果。' },
} as const satisfies ErrorDefinitions;

import type { ErrorDefinitions } from './types.ts';

export const codeErrors = {
  CODE_WRONG_FORM: { status: 422, message: '代码表的内容不正确', what: '请按列出的问题修改。' },
  CODE_UNCHANGED: {
    status: 409,
    message: '从这一天起本来就是这样',
    what: '没有变化的不用再登记；要改的，请核对代码和日期。',
  },
  CODE_SUCCESSOR_UNKNOWN: {
    status: 422,
    message: '没有这个上级代码或承接代码',
    what: '请先登记那个代码，或核对后再填。',
  },
  AREA_ENDED: {
    status: 422,
    message: '这个行政区划已撤并',
    what: '请填现在的行政区划名称；可在行政区划代码表查找承接的区划。',
  },
} as const satisfies ErrorDefinitions;

import type { ErrorDefinitions } from './types.ts';

export const privacyErrors = {
  CONSENT_NEEDED: {
    status: 422,
    message: '须先阅读并同意个人信息处理告知书',
    what: '请阅读现行的告知书，同意并单独同意处理敏感个人信息后再注册。',
  },
  NOTICE_CHANGED: { status: 409, message: '告知书已有新版', what: '请刷新页面，阅读现行的告知书。' },
  PRIVACY_REQUEST_OPEN: {
    status: 409,
    message: '同类请求正在办理',
    what: '请等待答复；需要补充的，待答复后再次提出。',
  },
  PRIVACY_REQUEST_ANSWERED: { status: 409, message: '这份请求已经答复', what: '请刷新页面，查看答复。' },
  PRIVACY_NAME_ONLY_CORRECTION: {
    status: 409,
    message: '只有更正请求可以更改姓名',
    what: '请本人另行提出更正请求，写明原姓名、新姓名和户籍变更证明。',
  },
  PRIVACY_NAME_SAME: { status: 409, message: '与现在登记的姓名相同', what: '请核对请求的内容。' },
} as const satisfies ErrorDefinitions;

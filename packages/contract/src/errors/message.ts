import type { ErrorDefinitions } from './types.ts';

export const messageErrors = {
  NOTICE_NOBODY: {
    status: 422,
    message: '没有人会收到这次通知',
    what: '所选的环节现在没有申报。请改选环节，或不选环节发给本计划的全部申报人。',
  },
  NOTICE_STAGE: { status: 422, message: '计划没有这个环节', what: '请从列出的环节中选择。' },
} as const satisfies ErrorDefinitions;

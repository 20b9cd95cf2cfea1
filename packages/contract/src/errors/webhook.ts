import type { ErrorDefinitions } from './types.ts';

export const webhookErrors = {
  WEBHOOK_ADDRESS: {
    status: 422,
    message: '这个地址不能接收推送',
    what: '请填写公网上以 https 开头的地址；接收系统在内网的，请运营者开通内网推送。',
  },
  WEBHOOK_NOT_FAILED: { status: 409, message: '这一次推送不需要再发送', what: '请只对没有送达的再发送。' },
} as const satisfies ErrorDefinitions;

import type { ErrorDefinitions } from './types.ts';

export const contactErrors = {
  CONTACT_CHANNEL_MISSING: {
    status: 409,
    message: '平台没有开通这种发送方式',
    what: '请改换另一种，或向个人信息请求窗口提出更正。',
  },
  CONTACT_SAME: { status: 409, message: '与现在登记的相同', what: '不需要更换；要换的，请填写新的号码或邮箱。' },
  CONTACT_TOO_SOON: { status: 429, message: '验证码发得太频繁', what: '请一分钟后再试；一天最多发十次。' },
  CONTACT_CODE_WRONG: { status: 422, message: '验证码不正确', what: '请核对收到的六位数字；错五次后须重新发送。' },
  CONTACT_CODE_OVER: { status: 410, message: '验证码已失效', what: '验证码十分钟内有效，请重新发送。' },
} as const satisfies ErrorDefinitions;

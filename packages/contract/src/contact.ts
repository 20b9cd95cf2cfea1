import { z } from 'zod';
import { done } from './common.ts';
import { endpoint } from './endpoint.ts';
import { phoneText } from './registration.ts';

const kind = z.enum(['phone', 'email']);
const password = z.string().min(1, '请填写密码').max(256);

export const beginContactChange = endpoint({
  method: 'POST',
  url: '/api/me/contacts',
  action: 'security.change',
  summary: '更换手机号码或电子邮箱：向新的号码或地址发出验证码',
  body: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('phone'), value: phoneText, password }),
    z.object({ kind: z.literal('email'), value: z.email('应是电子邮箱地址').max(120), password }),
  ]),
  answer: done,
});

export const confirmContactChange = endpoint({
  method: 'POST',
  url: '/api/me/contacts/confirmation',
  action: 'security.change',
  summary: '输入收到的验证码，换成新的手机号码或电子邮箱',
  body: z.object({
    kind,
    code: z
      .string()
      .trim()
      .regex(/^\d{6}$/, '应是六位数字'),
  }),
  answer: done,
});

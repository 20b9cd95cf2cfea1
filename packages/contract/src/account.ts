import { RELATIONS } from '@zhiping/core';
import { z } from 'zod';
import { done, id, instant } from './common.ts';
import { endpoint } from './endpoint.ts';

export const me = z.object({
  personId: id,
  name: z.string(),
  username: z.string(),
  /** `stated`: registered by the person, not yet checked by a unit against the identity document. */
  identity: z.enum(['stated', 'confirmed']),
  /** The second factor is due and not set up: until it is, none of `relations` can be acted in. */
  limited: z.boolean(),
  /** A privacy notice is published to which this person has not agreed, or not apart for sensitive data. */
  consentNeeded: z.boolean(),
  /** What this person is to organisations; each with the name to show. */
  relations: z.array(
    z.object({
      relation: z.enum(RELATIONS),
      subjectId: id,
      subjectName: z.string(),
      organiserId: id.nullable(),
      /** In whose place, by name; null where the post is their own. */
      inPlaceOf: z.string().nullable(),
    }),
  ),
  sessionExpiresAt: instant,
});
export type Me = z.infer<typeof me>;

export const login = endpoint({
  method: 'POST',
  url: '/api/session',
  action: 'session.open',
  summary: '用用户名（或手机号码、电子邮箱）和密码登录',
  body: z.object({
    username: z.string().min(1, '请填写用户名、手机号码或电子邮箱').max(120),
    password: z.string().min(1, '请填写密码').max(256),
  }),
  answer: me,
});

export const logout = endpoint({
  method: 'DELETE',
  url: '/api/session',
  action: 'session.close',
  summary: '退出登录',
  answer: done,
});

export const getMe = endpoint({
  method: 'GET',
  url: '/api/me',
  action: 'account.read',
  summary: '本人账户和身份',
  answer: me,
});

export const changePassword = endpoint({
  method: 'PUT',
  url: '/api/me/password',
  action: 'account.change-password',
  summary: '修改密码',
  body: z.object({ current: z.string().min(1).max(256), next: z.string().min(10, '至少10个字符').max(256) }),
  answer: done,
});

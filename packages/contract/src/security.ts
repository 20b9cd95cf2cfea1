import { z } from 'zod';
import { me } from './account.ts';
import { done, id, instant } from './common.ts';
import { endpoint } from './endpoint.ts';
import { pageQuery } from './worklist.ts';

export const SIGN_IN_OUTCOMES = [
  'opened',
  'code-asked',
  'wrong-password',
  'wrong-code',
  'locked',
  'unknown',
  'merged',
] as const;
export type SignInOutcome = (typeof SIGN_IN_OUTCOMES)[number];
export const SIGN_IN_WAYS = ['password', 'sign-on', 'registration'] as const;
export type SignInWay = (typeof SIGN_IN_WAYS)[number];

/** Relations for which the second factor may be asked: everybody who acts for others. */
export const SECOND_FACTOR_RELATIONS = [
  'unit',
  'authority',
  'association',
  'office',
  'confirmer',
  'expert',
  'supervisor',
  'policy-owner',
  'system-admin',
  'security-admin',
  'audit-admin',
] as const;
export type SecondFactorRelation = (typeof SECOND_FACTOR_RELATIONS)[number];

const code = z.string().trim().min(6, '请输入验证码').max(20);
const currentPassword = z.string().min(1, '请填写密码').max(256);

export const answerChallenge = endpoint({
  method: 'POST',
  url: '/api/session/code',
  action: 'session.open',
  summary: '密码之后输入验证码或恢复码，完成登录',
  body: z.object({ challenge: z.string().regex(/^[\w-]{22}$/), code }),
  answer: me,
});

export const session = z.object({
  id,
  createdAt: instant,
  lastSeenAt: instant,
  expiresAt: instant,
  agent: z.string(),
  address: z.string(),
  current: z.boolean(),
});
export type Session = z.infer<typeof session>;

/** How the own account is kept safe. */
export const security = z.object({
  username: z.string(),
  /** Masked. */
  phone: z.string().nullable(),
  email: z.string().nullable(),
  secondFactor: z.object({
    on: z.boolean(),
    since: instant.nullable(),
    recoveryCodesLeft: z.int(),
    /** One of the relations of this person must have it. */
    required: z.boolean(),
  }),
  sessions: z.array(session),
  /** Identities of the provider linked to this account; null where the installation has no sign-on. */
  signOn: z.object({ name: z.string(), links: z.array(z.object({ id, linkedAt: instant })) }).nullable(),
});
export type Security = z.infer<typeof security>;

export const readSecurity = endpoint({
  method: 'GET',
  url: '/api/me/security',
  action: 'security.read',
  summary: '本人账户的安全情况',
  answer: security,
});

export const beginSecondFactor = endpoint({
  method: 'POST',
  url: '/api/me/second-factor',
  action: 'security.change',
  summary: '开始设置两步验证，得到二维码内容',
  body: z.object({ password: currentPassword }),
  answer: z.object({ secret: z.string(), uri: z.string() }),
});

const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });

export const confirmSecondFactor = endpoint({
  method: 'POST',
  url: '/api/me/second-factor/confirmation',
  action: 'security.change',
  summary: '输入第一个验证码，开启两步验证；恢复码只显示一次',
  body: z.object({ code }),
  answer: recoveryCodes,
});

export const renewRecoveryCodes = endpoint({
  method: 'POST',
  url: '/api/me/second-factor/recovery-codes',
  action: 'security.change',
  summary: '重新生成恢复码，原来的作废',
  body: z.object({ password: currentPassword, code }),
  answer: recoveryCodes,
});

export const endSecondFactor = endpoint({
  method: 'POST',
  url: '/api/me/second-factor/ending',
  action: 'security.change',
  summary: '关闭两步验证',
  body: z.object({ password: currentPassword, code }),
  answer: done,
});

export const endSession = endpoint({
  method: 'DELETE',
  url: '/api/me/sessions/:sessionId',
  action: 'security.end-session',
  summary: '结束本人的一个登录',
  params: z.object({ sessionId: id }),
  answer: done,
});

export const endOtherSessions = endpoint({
  method: 'DELETE',
  url: '/api/me/sessions',
  action: 'security.end-session',
  summary: '结束本人其他设备上的登录',
  answer: done,
});

export const signInLine = z.object({
  id,
  at: instant,
  outcome: z.enum(SIGN_IN_OUTCOMES),
  way: z.enum(SIGN_IN_WAYS),
  address: z.string(),
  agent: z.string(),
});
export type SignInLine = z.infer<typeof signInLine>;

export const listOwnSignIns = endpoint({
  method: 'GET',
  url: '/api/me/sign-ins',
  action: 'security.read',
  summary: '本人的登录记录',
  query: pageQuery,
  answer: z.object({ items: z.array(signInLine), next: id.nullable() }),
});

export const listSignIns = endpoint({
  method: 'GET',
  url: '/api/security/sign-ins',
  action: 'sign-in.list',
  summary: '全部账户的登录记录',
  query: pageQuery.extend({ only: z.enum(['all', 'refused']).default('all') }),
  answer: z.object({
    items: z.array(signInLine.extend({ name: z.string(), username: z.string() })),
    next: id.nullable(),
  }),
});

export const securitySettings = z.object({ secondFactorFor: z.array(z.enum(SECOND_FACTOR_RELATIONS)) });
export type SecuritySettings = z.infer<typeof securitySettings>;

export const readSecuritySettings = endpoint({
  method: 'GET',
  url: '/api/security/settings',
  action: 'security-setting.read',
  summary: '哪些身份必须使用两步验证',
  answer: securitySettings,
});

export const changeSecuritySettings = endpoint({
  method: 'PUT',
  url: '/api/security/settings',
  action: 'security-setting.change',
  summary: '规定哪些身份必须使用两步验证',
  body: securitySettings,
  answer: securitySettings,
});

export const resetSecondFactor = endpoint({
  method: 'POST',
  url: '/api/accounts/:personId/second-factor-reset',
  action: 'account.reset-second-factor',
  summary: '重置一个账户的两步验证并结束其全部会话',
  params: z.object({ personId: id }),
  answer: done,
});

export const readSignOn = endpoint({
  method: 'GET',
  url: '/api/sign-on',
  action: 'session.open',
  summary: '能否用统一身份认证登录',
  answer: z.object({ name: z.string().nullable() }),
});

const secret = z.string().regex(/^[\w-]{22}$/);

export const beginSignOn = endpoint({
  method: 'POST',
  url: '/api/sign-on',
  action: 'session.open',
  summary: '开始统一身份认证：去哪个地址，回来时出示什么',
  answer: z.object({ address: z.string(), proof: z.string() }),
});

export const finishSignOn = endpoint({
  method: 'POST',
  url: '/api/sign-on/answer',
  action: 'session.open',
  summary: '从统一身份认证回来：登录；已登录的，把统一身份关联到本人账户',
  body: z.object({ proof: secret, query: z.string().max(4000) }),
  answer: me,
});

export const linkIdentity = endpoint({
  method: 'POST',
  url: '/api/me/identities',
  action: 'security.change',
  summary: '登录后关联刚才的统一身份',
  body: z.object({ pending: secret }),
  answer: done,
});

export const unlinkIdentity = endpoint({
  method: 'DELETE',
  url: '/api/me/identities/:identityId',
  action: 'security.change',
  summary: '解除统一身份的关联',
  params: z.object({ identityId: id }),
  answer: done,
});

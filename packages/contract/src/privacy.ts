import { z } from 'zod';
import { done, id, instant, text } from './common.ts';
import { endpoint } from './endpoint.ts';
import { pageQuery } from './worklist.ts';

/** What the platform says it does with personal data; a new version is asked for anew. */
export const privacyNotice = z.object({
  version: z.int().positive(),
  title: z.string(),
  body: z.string(),
  /** The part that needs separate consent: sensitive personal data (个人信息保护法第29条). */
  sensitive: z.string(),
  publishedAt: instant,
});
export type PrivacyNotice = z.infer<typeof privacyNotice>;

export const readPrivacyNotice = endpoint({
  method: 'GET',
  url: '/api/privacy-notice',
  action: 'privacy-notice.read',
  summary: '现行的个人信息处理告知书',
  answer: z.object({ notice: privacyNotice.nullable() }),
});

export const publishPrivacyNotice = endpoint({
  method: 'POST',
  url: '/api/privacy-notices',
  action: 'privacy-notice.publish',
  summary: '发布新版告知书；所有人下次打开时重新征求同意',
  body: z.object({ title: text(100), body: text(20_000), sensitive: text(5000) }),
  answer: privacyNotice,
});

export const privacyConsent = z.object({
  id,
  kind: z.enum(['notice', 'sensitive']),
  version: z.int(),
  givenAt: instant,
  withdrawnAt: instant.nullable(),
});
export type PrivacyConsent = z.infer<typeof privacyConsent>;

export const listPrivacyConsents = endpoint({
  method: 'GET',
  url: '/api/me/consents',
  action: 'privacy.read',
  summary: '本人对告知书的同意',
  answer: z.object({ items: z.array(privacyConsent) }),
});

export const givePrivacyConsent = endpoint({
  method: 'POST',
  url: '/api/me/consents',
  action: 'privacy.consent',
  summary: '同意现行的告知书，并单独同意处理敏感个人信息',
  body: z.object({ version: z.int().positive(), sensitive: z.literal(true, '须单独同意处理敏感个人信息') }),
  answer: done,
});

export const withdrawPrivacyConsent = endpoint({
  method: 'POST',
  url: '/api/me/consents/withdrawal',
  action: 'privacy.consent',
  summary: '撤回同意；撤回前的处理仍然有效，再次办理前须重新同意',
  answer: done,
});

export const ACCESS_KINDS = ['archive', 'archive-numbers', 'evidence', 'numbers', 'application'] as const;
export type AccessKind = (typeof ACCESS_KINDS)[number];

export const accessLine = z.object({
  id,
  at: instant,
  what: z.enum(ACCESS_KINDS),
  byName: z.string(),
  organisation: z.string(),
});
export type AccessLine = z.infer<typeof accessLine>;

export const listOwnAccess = endpoint({
  method: 'GET',
  url: '/api/me/access-log',
  action: 'privacy.read',
  summary: '谁看过本人的信息',
  query: pageQuery,
  answer: z.object({ items: z.array(accessLine), next: id.nullable() }),
});

export const PRIVACY_REQUEST_KINDS = ['copy', 'correct', 'delete', 'explain', 'human-review'] as const;
export type PrivacyRequestKind = (typeof PRIVACY_REQUEST_KINDS)[number];

export const privacyRequest = z.object({
  id,
  number: z.string(),
  kind: z.enum(PRIVACY_REQUEST_KINDS),
  text: z.string(),
  state: z.enum(['received', 'done', 'refused']),
  createdAt: instant,
  dueAt: instant,
  overdue: z.boolean(),
  answer: z.string(),
  answeredAt: instant.nullable(),
  personName: z.string(),
});
export type PrivacyRequest = z.infer<typeof privacyRequest>;

export const askPrivacy = endpoint({
  method: 'POST',
  url: '/api/me/privacy-requests',
  action: 'privacy.ask',
  summary: '要求查阅复制、更正、删除、说明或人工复核',
  body: z.object({ kind: z.enum(PRIVACY_REQUEST_KINDS), text: text(2000) }),
  answer: privacyRequest,
});

export const listOwnPrivacyRequests = endpoint({
  method: 'GET',
  url: '/api/me/privacy-requests',
  action: 'privacy.read',
  summary: '本人提出的个人信息请求',
  answer: z.object({ items: z.array(privacyRequest) }),
});

export const listPrivacyRequests = endpoint({
  method: 'GET',
  url: '/api/privacy-requests',
  action: 'privacy-request.read',
  summary: '个人信息请求，先到期的在前',
  query: pageQuery.extend({ state: z.enum(['received', 'answered']).default('received') }),
  answer: z.object({ items: z.array(privacyRequest), next: id.nullable() }),
});

export const changePersonName = endpoint({
  method: 'POST',
  url: '/api/privacy-requests/:requestId/name',
  action: 'privacy-request.change-name',
  summary: '按更正请求更改依法变更的姓名，并办结请求；原姓名加密保留',
  params: z.object({ requestId: id }),
  body: z.object({ name: text(60), document: text(200) }),
  answer: privacyRequest,
});

export const answerPrivacyRequest = endpoint({
  method: 'POST',
  url: '/api/privacy-requests/:requestId/answer',
  action: 'privacy-request.answer',
  summary: '答复个人信息请求',
  params: z.object({ requestId: id }),
  body: z.object({ outcome: z.enum(['done', 'refused']), answer: text(2000) }),
  answer: privacyRequest,
});

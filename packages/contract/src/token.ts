import { RELATIONS, TOKEN_RELATIONS } from '@zhiping/core';
import { z } from 'zod';
import { done, id, instant, text } from './common.ts';
import { endpoint } from './endpoint.ts';
import { pageQuery } from './worklist.ts';

/** A token without its secret, which is shown once. */
export const apiToken = z.object({
  id,
  name: z.string(),
  relation: z.enum(RELATIONS),
  subjectName: z.string(),
  actions: z.array(z.string()),
  createdAt: instant,
  expiresAt: instant,
  lastUsedAt: instant.nullable(),
  revokedAt: instant.nullable(),
  /** In use: neither expired nor revoked, and the person still holds the relation. */
  active: z.boolean(),
});
export type ApiToken = z.infer<typeof apiToken>;

export const listTokens = endpoint({
  method: 'GET',
  url: '/api/me/tokens',
  action: 'token.read',
  summary: '本人建立的接口令牌',
  query: pageQuery,
  answer: z.object({ items: z.array(apiToken), next: id.nullable() }),
});

export const createToken = endpoint({
  method: 'POST',
  url: '/api/me/tokens',
  action: 'token.create',
  summary: '为所在的单位或机构建立接口令牌；令牌只显示一次',
  body: z.object({
    name: text(60),
    relation: z.enum(TOKEN_RELATIONS),
    subjectId: id,
    /** Actions of the permission table, e.g. `application.list-unit`. */
    actions: z.array(z.string().max(80)).min(1, '请至少选择一项').max(200),
    days: z.int().min(1).max(366),
    password: z.string().min(1, '请填写密码').max(256),
  }),
  answer: z.object({ token: apiToken, secret: z.string() }),
});

export const revokeToken = endpoint({
  method: 'DELETE',
  url: '/api/me/tokens/:tokenId',
  action: 'token.revoke',
  summary: '停用本人的一个接口令牌，立即生效',
  params: z.object({ tokenId: id }),
  answer: done,
});

export const listAllTokens = endpoint({
  method: 'GET',
  url: '/api/security/tokens',
  action: 'token.list-all',
  summary: '平台上的全部接口令牌',
  query: pageQuery,
  answer: z.object({
    items: z.array(apiToken.extend({ personName: z.string(), username: z.string() })),
    next: id.nullable(),
  }),
});

export const revokeAnyToken = endpoint({
  method: 'DELETE',
  url: '/api/security/tokens/:tokenId',
  action: 'token.revoke-any',
  summary: '安全管理员停用一个接口令牌，立即生效',
  params: z.object({ tokenId: id }),
  answer: done,
});

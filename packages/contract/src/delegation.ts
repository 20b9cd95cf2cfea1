import { TOKEN_RELATIONS } from '@zhiping/core';
import { z } from 'zod';
import { date, done, id, instant, text } from './common.ts';
import { endpoint } from './endpoint.ts';
import { pageQuery } from './worklist.ts';

/** `delegation`: from day to day. `handover`: for good, with whatever hung on the person. */
const kind = z.enum(['delegation', 'handover']);

export const delegationLine = z.object({
  id,
  kind,
  /** Given by the caller, or taken by them. */
  given: z.boolean(),
  relation: z.enum(TOKEN_RELATIONS),
  subjectName: z.string(),
  /** The other person: whom it is meant for, or in whose place. */
  name: z.string(),
  firstDay: date,
  lastDay: date,
  reason: z.string(),
  state: z.enum(['offered', 'lapsed', 'coming', 'standing', 'done', 'ended']),
  createdAt: instant,
});
export type DelegationLine = z.infer<typeof delegationLine>;

export const listDelegations = endpoint({
  method: 'GET',
  url: '/api/me/delegations',
  action: 'delegation.read',
  summary: '本人给出和接受的委托、移交',
  query: pageQuery,
  answer: z.object({ items: z.array(delegationLine), next: id.nullable() }),
});

export const offerDelegation = endpoint({
  method: 'POST',
  url: '/api/me/delegations',
  action: 'delegation.offer',
  summary: '把本人的身份委托给同事若干天，或移交；链接只显示一次',
  body: z.object({
    kind,
    relation: z.enum(TOKEN_RELATIONS),
    subjectId: id,
    name: text(60),
    firstDay: date,
    lastDay: date,
    reason: text(200),
    password: z.string().min(1, '请填写密码').max(256),
  }),
  answer: z.object({ delegation: delegationLine, link: z.string() }),
});

export const endDelegation = endpoint({
  method: 'POST',
  url: '/api/delegations/:id/end',
  action: 'delegation.end',
  summary: '收回委托，或不再代办',
  params: z.object({ id }),
  answer: done,
});

const byToken = z.object({ token: z.string().min(16).max(64) });
export const readDelegationOffer = endpoint({
  method: 'GET',
  url: '/api/delegation-offers/:token',
  action: 'delegation.read-offer',
  summary: '收到的委托或移交',
  params: byToken,
  answer: z.object({
    kind,
    relation: z.enum(TOKEN_RELATIONS),
    subjectName: z.string(),
    from: z.string(),
    name: z.string(),
    firstDay: date,
    lastDay: date,
    reason: z.string(),
    expiresAt: instant,
  }),
});

export const takeDelegation = endpoint({
  method: 'POST',
  url: '/api/delegation-offers/:token/take',
  action: 'delegation.take',
  summary: '接受委托或移交',
  params: byToken,
  answer: z.object({ kind, subjectName: z.string(), webhooks: z.int(), tokens: z.int() }),
});

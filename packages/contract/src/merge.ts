import { OBSTACLES, type ObstacleKind, RELATIONS } from '@zhiping/core';
import { z } from 'zod';
import { id, instant, text } from './common.ts';
import { endpoint } from './endpoint.ts';
import { pageQuery } from './worklist.ts';

/** What goes over to the account that stays, counted. */
export const MOVED_KINDS = [
  'archive-rows',
  'evidence',
  'photos',
  'certificates',
  'memberships',
  'pool-entries',
  'consultations',
  'attestations',
  'appointments',
  'registrations',
  'messages',
  'privacy-requests',
  'tokens',
  'webhooks',
  'identities',
] as const;
export type MovedKind = (typeof MOVED_KINDS)[number];

/**
 * - `code`: the password or the sign-on was right, the second factor of that account is still to come
 * - `proved`: both accounts are the person's; may be asked for within half an hour
 * - `waiting`: asked for, waits for the administrator
 * - `lapsed`: not asked for, or not decided, in time
 */
export const MERGE_STATES = ['code', 'proved', 'waiting', 'lapsed', 'withdrawn', 'refused', 'done'] as const;
export type MergeState = (typeof MERGE_STATES)[number];

const OBSTACLE_KINDS = Object.keys(OBSTACLES) as [ObstacleKind, ...ObstacleKind[]];
const obstacle = z.object({ kind: z.enum(OBSTACLE_KINDS), says: z.string(), what: z.string() });

/** What a merge would do, as things stand now. */
export const mergeEffects = z.object({
  moves: z.array(z.object({ kind: z.enum(MOVED_KINDS), count: z.int() })),
  applications: z.array(z.object({ number: z.string(), plan: z.string(), year: z.int(), stageName: z.string() })),
  relations: z.array(z.object({ relation: z.enum(RELATIONS), subjectName: z.string() })),
  /** Empty where nothing stands in the way. */
  obstacles: z.array(obstacle),
});
export type MergeEffects = z.infer<typeof mergeEffects>;

export const merge = z.object({
  id,
  state: z.enum(MERGE_STATES),
  /** The account that stays, and the one joined into it; the latter is named only once it is proved. */
  into: z.object({ name: z.string(), username: z.string() }),
  from: z.object({ name: z.string(), username: z.string() }).nullable(),
  reason: z.string(),
  createdAt: instant,
  /** Until when it may be asked for, or decided. */
  expiresAt: instant,
  askedAt: instant.nullable(),
  endedAt: instant.nullable(),
  /** Why the administrator refused. */
  answer: z.string(),
  /** Only while it can still come about. */
  effects: mergeEffects.nullable(),
});
export type Merge = z.infer<typeof merge>;

/** One side as the administrator sees it: enough to recognise, nothing in full. */
const maskedAccount = z.object({
  name: z.string(),
  username: z.string(),
  idNumber: z.string().nullable(),
  identity: z.enum(['stated', 'confirmed']),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  since: instant,
});
export const mergeLine = z.object({
  id,
  state: z.enum(MERGE_STATES),
  intoName: z.string(),
  fromName: z.string(),
  askedAt: instant,
  expiresAt: instant,
});
export type MergeLine = z.infer<typeof mergeLine>;
export const mergeCase = mergeLine.extend({
  into: maskedAccount,
  from: maskedAccount,
  /** How the person showed that the other account is theirs. */
  way: z.enum(['password', 'sign-on']),
  sameness: z.object({ number: z.enum(['equal', 'missing']), name: z.enum(['equal', 'former']) }).nullable(),
  reason: z.string(),
  answer: z.string(),
  endedAt: instant.nullable(),
  effects: mergeEffects.nullable(),
});
export type MergeCase = z.infer<typeof mergeCase>;

export const listOwnMerges = endpoint({
  method: 'GET',
  url: '/api/me/merges',
  action: 'merge.read-own',
  summary: '本人提出的账户合并，最近的在前',
  answer: z.object({ items: z.array(merge) }),
});

export const beginMerge = endpoint({
  method: 'POST',
  url: '/api/me/merges',
  action: 'merge.begin',
  summary: '用另一个账户的登录名和密码，证明它也是本人的',
  body: z.object({
    username: z.string().trim().min(1, '请填写登录名').max(120),
    password: z.string().min(1, '请填写密码').max(256),
  }),
  answer: merge,
});

export const beginMergeBySignOn = endpoint({
  method: 'POST',
  url: '/api/me/merges/sign-on',
  action: 'merge.begin',
  summary: '用另一个账户的统一身份，证明它也是本人的',
  body: z.object({ proof: z.string().min(16).max(64), query: z.string().max(4000) }),
  answer: merge,
});

const byId = z.object({ id });
export const proveMergeCode = endpoint({
  method: 'POST',
  url: '/api/me/merges/:id/code',
  action: 'merge.begin',
  summary: '另一个账户开启两步验证的，再输入它的验证码或恢复码',
  params: byId,
  body: z.object({ code: z.string().trim().min(6, '请输入验证码').max(20) }),
  answer: merge,
});

export const askMerge = endpoint({
  method: 'POST',
  url: '/api/me/merges/:id/ask',
  action: 'merge.ask',
  summary: '看过合并的结果，提出申请；合并后不能恢复',
  params: byId,
  body: z.object({ reason: text(500), understood: z.literal(true, '请确认已知道合并不能恢复') }),
  answer: merge,
});

export const withdrawMerge = endpoint({
  method: 'POST',
  url: '/api/me/merges/:id/withdraw',
  action: 'merge.withdraw',
  summary: '合并以前撤回',
  params: byId,
  answer: merge,
});

export const listMerges = endpoint({
  method: 'GET',
  url: '/api/merges',
  action: 'merge.list',
  summary: '账户合并的申请，先到期的在前；已办的，最近的在前',
  query: pageQuery.extend({ state: z.enum(['waiting', 'ended']).default('waiting') }),
  answer: z.object({ items: z.array(mergeLine), next: id.nullable() }),
});

export const readMerge = endpoint({
  method: 'GET',
  url: '/api/merges/:id',
  action: 'merge.read',
  summary: '一件账户合并申请，个人信息遮盖',
  params: byId,
  answer: mergeCase,
});

export const approveMerge = endpoint({
  method: 'POST',
  url: '/api/merges/:id/approve',
  action: 'merge.decide',
  summary: '确认合并，立即执行，不能恢复',
  params: byId,
  answer: mergeCase,
});

export const refuseMerge = endpoint({
  method: 'POST',
  url: '/api/merges/:id/refuse',
  action: 'merge.decide',
  summary: '不同意合并，写明理由',
  params: byId,
  body: z.object({ reason: text(500) }),
  answer: mergeCase,
});

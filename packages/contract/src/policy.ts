import type { Plan } from '@zhiping/core';
import type { StandardPack } from '@zhiping/standard';
import { z } from 'zod';
import { id, instant } from './common.ts';
import { endpoint } from './endpoint.ts';
import { AppError } from './errors/index.ts';

/** Id of a pack, e.g. `ln-sec-2024`. */
export const packId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);
export const packKind = z.enum(['standard', 'plan', 'calendar', 'questions', 'words']);
export type PackKind = z.infer<typeof packKind>;
const number = z.coerce.number().int().positive();

export const policySummary = z.object({
  pack: packId,
  number: z.int().positive(),
  kind: packKind,
  name: z.string(),
  /** SHA-256 of the canonical JSON, hexadecimal. */
  hash: z.string(),
  importedAt: instant,
  /** When the second person approved; null while a draft. */
  publishedAt: instant.nullable(),
});
export type PolicySummary = z.infer<typeof policySummary>;

/** A whole version. `content` is the checked pack as plain JSON; its canonical form has `hash`. */
export const policyVersion = policySummary.extend({ content: z.record(z.string(), z.json()) });
export type PolicyVersion = z.infer<typeof policyVersion>;

type Stored = Pick<PolicyVersion, 'kind' | 'content'>;

/** The standard a version holds; nothing enters the library unchecked, so it is not checked again. Throws `POLICY_NOT_A_STANDARD`. */
export function standardIn({ kind, content }: Stored): StandardPack {
  if (kind !== 'standard') throw new AppError('POLICY_NOT_A_STANDARD');
  const checked: unknown = content;
  return checked as StandardPack;
}

/** The plan a version holds, likewise. Throws `POLICY_NOT_A_PLAN`. */
export function planIn({ kind, content }: Stored): Plan {
  if (kind !== 'plan') throw new AppError('POLICY_NOT_A_PLAN');
  const checked: unknown = content;
  return checked as Plan;
}

export const listPolicies = endpoint({
  method: 'GET',
  url: '/api/policies',
  action: 'policy.list',
  summary: '已发布的政策（每个政策的最新版本）',
  answer: z.object({ items: z.array(policySummary) }),
});

export const getLatestPolicy = endpoint({
  method: 'GET',
  url: '/api/policies/:pack',
  action: 'policy.read',
  summary: '一个政策最新的已发布版本',
  params: z.object({ pack: packId }),
  answer: policyVersion,
});

export const getPolicyVersion = endpoint({
  method: 'GET',
  url: '/api/policies/:pack/versions/:number',
  action: 'policy.read',
  summary: '一个政策的某个已发布版本',
  params: z.object({ pack: packId, number }),
  answer: policyVersion,
});

export const getPolicyByHash = endpoint({
  method: 'GET',
  url: '/api/policies/by-hash/:hash',
  action: 'policy.read',
  summary: '按内容散列查找已发布版本；内容永不改变',
  params: z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  answer: policyVersion,
});

export const listPolicyDrafts = endpoint({
  method: 'GET',
  url: '/api/policy-drafts',
  action: 'policy.list-drafts',
  summary: '等待发布的政策版本',
  answer: z.object({ items: z.array(policySummary.extend({ approvedBy: z.array(id) })) }),
});

export const approvePolicy = endpoint({
  method: 'POST',
  url: '/api/policies/:pack/versions/:number/approvals',
  action: 'policy.approve',
  summary: '批准发布一个政策版本；两人批准后发布',
  params: z.object({ pack: packId, number }),
  body: z.object({ hash: z.string() }),
  answer: z.object({ published: z.boolean() }),
});

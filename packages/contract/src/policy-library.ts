import type { LibraryCard } from '@zhiping/core';
import { z } from 'zod';
import { instant } from './common.ts';
import { endpoint } from './endpoint.ts';
import { packId, policySummary } from './policy.ts';

const LEVELS = ['technician', 'assistant', 'engineer', 'senior', 'full-senior'] as const;
/** `LibraryCard` of the core: what a policy is in one glance. */
const card = z.json() as unknown as z.ZodType<LibraryCard>;

export const libraryItem = policySummary.extend({ card });
export type LibraryItem = z.infer<typeof libraryItem>;

export const listLibrary = endpoint({
  method: 'GET',
  url: '/api/policy-library',
  action: 'policy.list',
  summary: '政策库：每个已发布政策的文件信息、层级、专业和效力',
  answer: z.object({ items: z.array(libraryItem) }),
});

export const listPolicyVersions = endpoint({
  method: 'GET',
  url: '/api/policies/:pack/versions',
  action: 'policy.list',
  summary: '一个政策的全部已发布版本，新的在前',
  params: z.object({ pack: packId }),
  answer: z.object({ items: z.array(policySummary) }),
});

export const searchHit = z.object({
  pack: packId,
  number: z.int().positive(),
  policy: z.string(),
  kind: z.enum(['condition', 'counting', 'definition', 'outside', 'plan', 'question', 'reading', 'specialty']),
  /** Last part of the address: `/policies/<pack>/clauses/<anchor>`. */
  anchor: z.string(),
  level: z.enum(LEVELS).nullable(),
  label: z.string(),
  text: z.string(),
  context: z.string(),
});
export type SearchHit = z.infer<typeof searchHit>;

export const searchPolicies = endpoint({
  method: 'GET',
  url: '/api/policy-search',
  action: 'policy.search',
  summary: '在已发布的政策里按词查找条款；同义的说法也能找到',
  query: z.object({
    q: z.string().trim().min(1, '请填写要查找的词').max(100, '最多100个字'),
    pack: packId.optional(),
    level: z.enum(LEVELS).optional(),
  }),
  answer: z.object({
    /** At most 50, best first. */
    items: z.array(searchHit),
    /** How many there are in all. */
    total: z.int().nonnegative(),
    /** Words that were looked for, synonyms included: what to mark in the texts. */
    words: z.array(z.string()),
  }),
});

const officialClause = z.object({ label: z.string(), text: z.string() });

export const getOfficialText = endpoint({
  method: 'GET',
  url: '/api/policies/:pack/official-text',
  action: 'policy.read-official-text',
  summary: '运营者附上的文件原文，按印刷编号拆分；没有附上时为空',
  params: z.object({ pack: packId }),
  answer: z.object({ attachedAt: instant.nullable(), clauses: z.array(officialClause) }),
});

/** What came of holding an official text against the labels of the pack. */
export const sourceComparison = z.object({
  clauses: z.int().nonnegative(),
  missingInText: z.array(z.string()),
  missingInLabels: z.array(z.string()),
  changed: z.array(z.string()),
});

export const attachOfficialText = endpoint({
  method: 'PUT',
  url: '/api/policies/:pack/official-text',
  action: 'policy.attach-official-text',
  summary: '附上文件原文，页面上与本平台的表述并列；替换以前附上的',
  params: z.object({ pack: packId }),
  body: z.object({ text: z.string().trim().min(1, '请填写').max(300_000, '最多300000个字') }),
  answer: sourceComparison,
});

export const removeOfficialText = endpoint({
  method: 'DELETE',
  url: '/api/policies/:pack/official-text',
  action: 'policy.attach-official-text',
  summary: '撤下附上的文件原文',
  params: z.object({ pack: packId }),
  answer: z.object({ removed: z.int().nonnegative() }),
});

import type { PermissionRow } from '../types.ts';

/** Standards, plans and calendars: published ones are for everybody, drafts for those who publish. */
export const policyRows = [
  { action: 'policy.list', relation: 'public', stages: 'any', fields: 'all', source: '自定：政策公开' },
  { action: 'policy.read', relation: 'public', stages: ['published'], fields: 'all', source: '自定：政策公开' },
  { action: 'policy.read', relation: 'policy-owner', stages: ['draft'], fields: 'all', source: '自定：发布前核对' },
  { action: 'policy.search', relation: 'public', stages: 'any', fields: 'all', source: '自定：政策公开' },
  {
    action: 'policy.read-official-text',
    relation: 'public',
    stages: ['published'],
    fields: 'all',
    source: '自定：文件原文公开',
  },
  {
    action: 'policy.attach-official-text',
    relation: 'policy-owner',
    stages: ['published'],
    fields: 'all',
    source: '自定：原文由运营者在运行时附上，不在程序里',
  },
  { action: 'policy.list-drafts', relation: 'policy-owner', stages: 'any', fields: 'all', source: '自定：发布前核对' },
  {
    action: 'policy.approve',
    relation: 'policy-owner',
    stages: ['draft'],
    fields: 'all',
    source: '自定：两人批准才发布',
  },
  {
    action: 'policy.check',
    relation: 'policy-owner',
    stages: ['draft', 'published'],
    fields: 'all',
    source: '自定：发布前核对',
  },
  {
    action: 'policy.try-readings',
    relation: 'policy-owner',
    stages: ['draft', 'published'],
    fields: 'all',
    source: '自定：换用解读前先看影响',
  },
  {
    action: 'policy.draft',
    relation: 'policy-owner',
    stages: ['draft', 'published'],
    fields: 'all',
    source: '自定：换用解读即成新的草案',
  },
  {
    action: 'policy.simulate',
    relation: 'policy-owner',
    stages: ['draft', 'published'],
    fields: 'all',
    source: '自定：发布前看影响',
  },
  {
    action: 'policy.read-simulation',
    relation: 'policy-owner',
    stages: ['simulation'],
    fields: 'all',
    source: '自定：发布前看影响',
  },
] as const satisfies readonly PermissionRow[];

import type { PermissionRow } from '../types.ts';

/** Second uses of an achievement: for those who check, never for the applicant, who would learn of others. */
export const reuseRows = [
  { action: 'reuse.read', relation: 'unit', stages: 'any', fields: 'all', source: 'LN-2024 五(二)3：业绩不得重复使用' },
  {
    action: 'reuse.read',
    relation: 'office',
    stages: 'any',
    fields: 'all',
    source: 'LN-2024 五(二)3：业绩不得重复使用',
  },
  { action: 'reuse.read', relation: 'supervisor', stages: 'any', fields: 'all', source: '自定：监督可复查' },
] as const satisfies readonly PermissionRow[];

import type { PermissionRow } from '../types.ts';

const SECURITY = '网络安全法第21条：日志留存不少于六个月；个人信息保护法第19条：不超过必要的时间';

/** How long logs are kept. */
export const retentionRows = [
  { action: 'retention.read', relation: 'security-admin', stages: 'any', fields: 'all', source: SECURITY },
  { action: 'retention.read', relation: 'audit-admin', stages: 'any', fields: 'all', source: SECURITY },
  { action: 'retention.change', relation: 'security-admin', stages: 'any', fields: 'all', source: SECURITY },
] as const satisfies readonly PermissionRow[];

import type { PermissionRow } from '../types.ts';

const OWN = '自定：经办人为本单位的系统建立接口令牌，不超出本人的权限';
const SECURITY = '自定：三员分立，安全管理员管理接口令牌';

/** Tokens of programs. */
export const tokenRows = [
  { action: 'token.read', relation: 'applicant', stages: 'any', fields: 'all', source: OWN },
  { action: 'token.create', relation: 'applicant', stages: 'any', fields: 'all', source: OWN },
  { action: 'token.revoke', relation: 'applicant', stages: 'any', fields: 'all', source: OWN },
  { action: 'token.list-all', relation: 'security-admin', stages: 'any', fields: 'all', source: SECURITY },
  { action: 'token.revoke-any', relation: 'security-admin', stages: 'any', fields: 'all', source: SECURITY },
] as const satisfies readonly PermissionRow[];

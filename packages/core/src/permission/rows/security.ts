import type { PermissionRow } from '../types.ts';

const OWN = '自定：只看和改本人账户的安全设置';
const SECURITY = '自定：三员分立，安全管理员管理登录安全';

/** Second factor, sessions and sign-ins. */
export const securityRows = [
  { action: 'security.read', relation: 'applicant', stages: 'any', fields: 'all', source: OWN },
  { action: 'security.change', relation: 'applicant', stages: 'any', fields: 'all', source: OWN },
  { action: 'security.end-session', relation: 'applicant', stages: 'any', fields: 'all', source: OWN },
  { action: 'sign-in.list', relation: 'security-admin', stages: 'any', fields: 'all', source: SECURITY },
  { action: 'security-setting.read', relation: 'security-admin', stages: 'any', fields: 'all', source: SECURITY },
  { action: 'security-setting.change', relation: 'security-admin', stages: 'any', fields: 'all', source: SECURITY },
  { action: 'account.reset-second-factor', relation: 'security-admin', stages: 'any', fields: 'all', source: SECURITY },
] as const satisfies readonly PermissionRow[];

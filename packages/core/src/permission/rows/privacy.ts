import type { PermissionRow } from '../types.ts';

const SELF = '个人信息保护法第44、45条：知情、查阅本人信息';
const DESK = '个人信息保护法第50条：受理和处理个人行使权利的请求';

/** Notice and consent, own access log, requests about personal data. */
export const privacyRows = [
  {
    action: 'privacy-notice.read',
    relation: 'public',
    stages: 'any',
    fields: 'all',
    source: '个人信息保护法第17条：公开、便于查阅的告知',
  },
  { action: 'privacy-notice.publish', relation: 'security-admin', stages: 'any', fields: 'all', source: DESK },
  { action: 'privacy.read', relation: 'applicant', stages: 'any', fields: 'all', source: SELF },
  {
    action: 'privacy.consent',
    relation: 'applicant',
    stages: 'any',
    fields: 'all',
    source: '个人信息保护法第14、15、29条：同意、单独同意和撤回',
  },
  { action: 'privacy.ask', relation: 'applicant', stages: 'any', fields: 'all', source: DESK },
  { action: 'privacy-request.read', relation: 'security-admin', stages: 'any', fields: 'all', source: DESK },
  { action: 'privacy-request.answer', relation: 'security-admin', stages: ['received'], fields: 'all', source: DESK },
  {
    action: 'privacy-request.change-name',
    relation: 'security-admin',
    stages: ['received'],
    fields: 'all',
    source: '个人信息保护法第46条：更正不准确的个人信息',
  },
] as const satisfies readonly PermissionRow[];

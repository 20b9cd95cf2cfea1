import type { PermissionRow } from '../types.ts';

const OWN = '自定：经办人为本单位的系统建立推送，内容不含个人信息';

/** Telling other systems that a case moved. */
export const webhookRows = [
  { action: 'webhook.read', relation: 'applicant', stages: 'any', fields: 'all', source: OWN },
  { action: 'webhook.create', relation: 'applicant', stages: 'any', fields: 'all', source: OWN },
  { action: 'webhook.end', relation: 'applicant', stages: 'any', fields: 'all', source: OWN },
  { action: 'webhook.resend', relation: 'applicant', stages: 'any', fields: 'all', source: OWN },
] as const satisfies readonly PermissionRow[];

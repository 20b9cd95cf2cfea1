import type { PermissionRow } from '../types.ts';

/** Sessions, own account and the business clock. */
export const accountRows = [
  { action: 'demonstration.read', relation: 'public', stages: 'any', fields: 'all', source: '自定：只在演示模式' },
  { action: 'session.open', relation: 'public', stages: 'any', fields: 'all', source: '自定：人人可以登录' },
  { action: 'session.close', relation: 'public', stages: 'any', fields: 'all', source: '自定：人人可以退出' },
  {
    action: 'account.read',
    relation: 'applicant',
    stages: 'any',
    fields: 'all',
    source: '个人信息保护法第45条：查阅本人信息',
  },
  {
    action: 'account.change-password',
    relation: 'applicant',
    stages: 'any',
    fields: 'all',
    source: '自定：只能改本人的密码',
  },
  {
    action: 'clock.read',
    relation: 'public',
    stages: 'any',
    fields: 'all',
    source: '自定：业务时间决定期限，人人可见',
  },
  {
    action: 'clock.move',
    relation: 'office',
    stages: 'any',
    fields: 'all',
    source: '自定：只在演示模式，由评委会办公室移动',
  },
] as const satisfies readonly PermissionRow[];

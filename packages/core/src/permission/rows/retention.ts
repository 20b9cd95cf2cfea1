import type { PermissionRow } from '../types.ts';

const SECURITY = '网络安全法第21条：日志留存不少于六个月；个人信息保护法第19条：不超过必要的时间';
const TWO = '自定：须由提出人以外的另一人批准';
const HOLD = '自定：投诉、复核、诉讼期间的材料期满也不销毁';
const row = (action: PermissionRow['action'], relation: PermissionRow['relation'], source: string): PermissionRow => ({
  action,
  relation,
  stages: 'any',
  fields: 'all',
  source,
});

/** How long each class of documents and logs is kept, how what is over is destroyed, and what is held. */
export const retentionRows: readonly PermissionRow[] = [
  row('retention.read', 'security-admin', SECURITY),
  row('retention.read', 'audit-admin', SECURITY),
  row('retention.list-changes', 'security-admin', SECURITY),
  row('retention.list-changes', 'audit-admin', SECURITY),
  row('retention.read-periods', 'public', '个人信息保护法第17条：保存期限须事先告知'),
  row('retention.propose', 'security-admin', SECURITY),
  row('retention.approve', 'security-admin', TWO),
  row('retention.approve', 'audit-admin', TWO),
  row('retention.decline', 'security-admin', TWO),
  row('retention.decline', 'audit-admin', TWO),
  row('retention.list-destructions', 'security-admin', TWO),
  row('retention.list-destructions', 'audit-admin', TWO),
  row('retention.prepare', 'security-admin', '个人信息保护法第47条：保存期限届满应当主动删除'),
  row('retention.approve-destruction', 'security-admin', TWO),
  row('retention.approve-destruction', 'audit-admin', TWO),
  row('retention.decline-destruction', 'security-admin', TWO),
  row('retention.decline-destruction', 'audit-admin', TWO),
  row('hold.list', 'office', HOLD),
  row('hold.list', 'supervisor', HOLD),
  row('hold.place', 'office', HOLD),
  row('hold.place', 'supervisor', HOLD),
  row('hold.release', 'office', HOLD),
  row('hold.release', 'supervisor', HOLD),
];

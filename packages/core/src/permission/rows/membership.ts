import type { PermissionRow } from '../types.ts';

/** Registration of people and units, named staff of a unit, joining and leaving (product U1, X1). */
const OWN = '自定：只办理本人的事项';
const DELEGATED = '自定：单位登记由所在地主管部门审核（分级管理）';
const STAFF = '自定：单位经办人管理本单位的经办人和人员';

const row = (
  action: PermissionRow['action'],
  relation: PermissionRow['relation'],
  source: string,
  stages: PermissionRow['stages'] = 'any',
): PermissionRow => ({ action, relation, stages, fields: 'all', source });

export const membershipRows: readonly PermissionRow[] = [
  row('account.register', 'public', '自定：人人可以注册本人账户'),
  row('unit.search', 'signed-in', '自定：登记的单位名称公开'),
  row('unit-registration.areas', 'signed-in', '自定：各地由谁审核公开'),
  row('unit-registration.create', 'applicant', '自定：经单位授权的人员申请登记单位'),
  row('unit-registration.list-own', 'applicant', OWN),
  row('unit-registration.withdraw', 'applicant', OWN, ['waiting', 'waiting-platform']),
  row('unit-registration.read', 'applicant', OWN),
  row('unit-registration.read', 'authority', DELEGATED),
  row('unit-registration.read', 'system-admin', '自定：没有主管部门的地方由平台审核'),
  row('unit-registration.decide', 'authority', DELEGATED, ['waiting']),
  row('unit-registration.decide', 'system-admin', '自定：没有主管部门的地方由平台审核', ['waiting-platform']),
  row('unit.read-settings', 'unit', STAFF),
  row('unit.change-settings', 'unit', STAFF),
  row('unit-staff.list', 'unit', STAFF),
  row('unit-staff.end', 'unit', STAFF),
  row('unit-invitation.list', 'unit', STAFF),
  row('unit-invitation.create', 'unit', STAFF),
  row('unit-invitation.revoke', 'unit', STAFF, ['open']),
  row('invitation.read', 'signed-in', '自定：持有邀请链接的人可以看'),
  row('invitation.accept', 'signed-in', '自定：持有邀请链接的本人可以接受'),
  row('membership.read', 'applicant', OWN),
  row('membership.ask', 'applicant', OWN),
  row('membership.withdraw', 'applicant', OWN, ['waiting']),
  row('membership.leave', 'applicant', OWN),
  row('membership.list-joining', 'unit', STAFF),
  row('membership.reveal', 'unit', '自定：核对身份时显示证件号码，留下记录', ['waiting']),
  row('membership.decide', 'unit', STAFF, ['waiting']),
  row('membership.list-members', 'unit', STAFF),
  row('membership.end', 'unit', STAFF, ['member']),
];

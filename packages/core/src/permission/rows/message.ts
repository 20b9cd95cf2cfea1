import type { PermissionRow } from '../types.ts';

const OWN = '自定：消息只给收件人本人看';
const OFFICE = '自定：评委会办公室发布通知并掌握是否送达';
const row = (
  verb: string,
  relation: PermissionRow['relation'],
  source: string,
  stages: PermissionRow['stages'] = 'any',
): PermissionRow => ({ action: `message.${verb}`, relation, stages, fields: 'all', source });

/** Messages: the own ones for everybody; notices to many and the log of deliveries for the office. */
export const messageRows: readonly PermissionRow[] = [
  row('list', 'applicant', OWN),
  row('read', 'applicant', OWN),
  row('prefer', 'applicant', '个人信息保护法第44条：本人决定以何种方式联系'),
  row('list-templates', 'office', OFFICE),
  row('hold-bulk', 'office', OFFICE),
  row('list-bulk', 'office', OFFICE),
  row('release-bulk', 'office', '自定：群发先预览，确认后发出，发出前可以取消', ['held']),
  row('list-deliveries', 'office', OFFICE),
  row('resend', 'office', OFFICE, ['failed', 'no-address']),
];

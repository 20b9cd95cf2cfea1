import type { PermissionRow } from '../types.ts';

/** Two accounts of one person joined: asked by the person, confirmed by the administrator who guards the accounts. */
const row = (verb: string, relation: PermissionRow['relation'], source: string): PermissionRow => ({
  action: `merge.${verb}`,
  relation,
  stages: 'any',
  fields: 'all',
  source,
});
const SECURITY = '自定：账户合并须经第二人，由安全管理员确认（三员分立）';

export const mergeRows: readonly PermissionRow[] = [
  row('read-own', 'applicant', '自定：只看本人提出的合并'),
  row('begin', 'applicant', '自定：本人合并自己的两个账户，须证明两个都是自己的'),
  row('ask', 'applicant', '自定：本人看过合并的结果后提出申请'),
  row('withdraw', 'applicant', '自定：合并以前本人可以撤回'),
  row('list', 'security-admin', SECURITY),
  row('read', 'security-admin', SECURITY),
  row('decide', 'security-admin', SECURITY),
];

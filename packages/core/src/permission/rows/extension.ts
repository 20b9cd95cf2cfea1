import type { PermissionRow } from '../types.ts';

const extension = (verb: string, relation: PermissionRow['relation'], source: string): PermissionRow => ({
  action: `extension.${verb}`,
  relation,
  stages: 'any',
  fields: 'all',
  source,
});

/** Longer windows for everybody after a fault of the platform: two people, a reason, a public notice. */
export const extensionRows: readonly PermissionRow[] = [
  extension('list', 'office', '自定：掌握各计划的时间'),
  extension('list', 'supervisor', '人社部发〔2024〕56号：监督评审过程'),
  extension('propose', 'office', '自定：平台故障后对全体延期'),
  extension('approve', 'office', '自定：须由提出人以外的另一人批准'),
  extension('approve', 'supervisor', '自定：须由提出人以外的另一人批准'),
  extension('decline', 'office', '自定：不批准的也留记录'),
  extension('decline', 'supervisor', '自定：不批准的也留记录'),
  extension('read-public', 'public', '自定：延期对全体公告'),
];

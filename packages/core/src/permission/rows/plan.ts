import type { PermissionRow } from '../types.ts';

const plan = (verb: string, relation: PermissionRow['relation'], source: string): PermissionRow => ({
  action: `plan.${verb}`,
  relation,
  stages: 'any',
  fields: 'all',
  source,
});

/** Opening a published plan for an organiser: one proposes, another approves, as with the publishing of policies. */
export const planRows: readonly PermissionRow[] = [
  plan('list', 'office', '40号令第18条：评委会办公室承担日常工作'),
  plan('list', 'supervisor', '人社部发〔2024〕56号：监督评审过程'),
  plan('preview', 'office', '自定：公布前逐项核对'),
  plan('preview', 'supervisor', '人社部发〔2024〕56号：监督评审过程'),
  plan('propose', 'office', '40号令第18条：组织评审；自定：一人提出'),
  plan('approve', 'office', '自定：须由提出人以外的另一人批准'),
  plan('approve', 'supervisor', '自定：须由提出人以外的另一人批准'),
  plan('decline', 'office', '自定：不批准的也留记录'),
  plan('decline', 'supervisor', '自定：不批准的也留记录'),
];

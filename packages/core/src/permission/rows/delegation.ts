import type { PermissionRow } from '../types.ts';

/** Acting in a colleague's place, and handing a post over. Who may delegate what is decided by what they hold. */
const row = (verb: string, relation: PermissionRow['relation'], source: string): PermissionRow => ({
  action: `delegation.${verb}`,
  relation,
  stages: 'any',
  fields: 'all',
  source,
});

export const delegationRows: readonly PermissionRow[] = [
  row('read', 'applicant', '自定：只看本人给出和接受的委托'),
  row('offer', 'applicant', '自定：只委托、移交本人担任的身份'),
  row('end', 'applicant', '自定：委托的双方都可以结束'),
  row('read-offer', 'signed-in', '自定：持有链接的人可以看'),
  row('take', 'signed-in', '自定：链接写明的本人可以接受'),
];

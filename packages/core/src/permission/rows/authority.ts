import type { PermissionRow } from '../types.ts';

const seal = (relation: 'authority' | 'association', verb: string, source: string): PermissionRow => ({
  action: `application.${relation}-${verb}`,
  relation,
  stages: [`${relation}-review`],
  fields: 'all',
  source,
});

export const authorityRows = [
  {
    action: 'application.list-sealing',
    relation: 'authority',
    stages: ['authority-review'],
    fields: 'all',
    source: 'LN-2024 五(六)：人社或主管部门审核推荐',
  },
  {
    action: 'application.list-sealing',
    relation: 'association',
    stages: ['association-review'],
    fields: 'all',
    source: 'LN-2024 五(六)：安防工程还须经行业协会审核',
  },
  seal('authority', 'approve', 'LN-2024 五(六)'),
  seal('authority', 'return', 'LN-2024 六(一)：不规范的退回改正'),
  seal('authority', 'refuse', 'LN-2024 五(六)'),
  seal('association', 'approve', 'LN-2024 五(六)'),
  seal('association', 'return', 'LN-2024 六(一)'),
  seal('association', 'refuse', 'LN-2024 五(六)'),
] as const satisfies readonly PermissionRow[];

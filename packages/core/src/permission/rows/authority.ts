import { AFTER_CHECK } from '../stages.ts';
import type { PermissionRow } from '../types.ts';

/** Cases an authority has before it or has approved. */
const SEALED = ['authority-review', 'office-check', 'correction', 'payment', ...AFTER_CHECK.slice(1)];
/** Cases a unit has reported. */
const REPORTED = ['online-submission', ...SEALED];

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
  {
    action: 'application.read-sealing',
    relation: 'authority',
    stages: ['authority-review'],
    fields: 'all',
    source: 'LN-2024 五(六)：由哪个部门盖章须一看便知',
  },
  ...(['applicant', 'unit', 'association', 'office', 'supervisor'] as const).map((relation) => ({
    action: 'application.read-sealing' as const,
    relation,
    stages: 'any' as const,
    fields: 'all' as const,
    source: 'LN-2024 五(六)：由哪个部门盖章须一看便知',
  })),
  {
    action: 'application.redirect-seal',
    relation: 'authority',
    stages: ['authority-review'],
    fields: 'all',
    source: 'LN-2024 六(一)：印章盖错的退回改正；不归本部门的不得盖章',
  },
  {
    action: 'application.list-unassigned',
    relation: 'office',
    stages: ['authority-review'],
    fields: 'all',
    source: 'LN-2024 五(六)：没有登记相应部门的由评委会办公室确定',
  },
  {
    action: 'application.assign-authority',
    relation: 'office',
    stages: ['authority-review'],
    fields: 'all',
    source: 'LN-2024 五(六)：没有登记相应部门的由评委会办公室确定',
  },
  {
    action: 'authority.find',
    relation: 'signed-in',
    stages: 'any',
    fields: 'all',
    source: '部门名称是公开信息，供选择时查找',
  },
  ...(['read', 'export'] as const).flatMap((verb) => [
    {
      action: `roster.${verb}` as const,
      relation: 'unit' as const,
      stages: REPORTED,
      fields: 'all' as const,
      source: 'LN-2024 五(七)：由单位人事部门统一报送；ZJ 附件1一2：花名册及 Excel',
    },
    {
      action: `roster.${verb}` as const,
      relation: 'authority' as const,
      stages: SEALED,
      fields: 'all' as const,
      source: 'ZJ 附件1一2：市、省直单位报送花名册及 Excel',
    },
  ]),
  {
    action: 'roster.entrust',
    relation: 'authority',
    stages: SEALED,
    fields: 'all',
    source: 'ZJ 附件1一1：设区市、省直单位人事部门开具的评审委托书',
  },
  seal('authority', 'approve', 'LN-2024 五(六)、ZJ 六(三)、TJ 二(三)2'),
  seal('authority', 'return', 'LN-2024 六(一)：不规范的退回改正'),
  seal('authority', 'refuse', 'LN-2024 五(六)'),
  seal('association', 'approve', 'LN-2024 五(六)'),
  seal('association', 'return', 'LN-2024 六(一)'),
  seal('association', 'refuse', 'LN-2024 五(六)'),
] as const satisfies readonly PermissionRow[];

import type { PermissionRow } from '../types.ts';

const paper = (
  verb: string,
  relation: PermissionRow['relation'],
  stages: PermissionRow['stages'],
  source: string,
): PermissionRow => ({ action: `paper.${verb}`, relation, stages, fields: 'all', source });

/** While papers may still come in or be put right. */
const OPEN = ['paper-delivery', 'ready'];
/** Papers go back once nothing more depends on them. */
const OVER = ['certified', 'not-passed', 'refused', 'withdrawn', 'cancelled', 'expired'];

/** The paper desk: what is delivered, checked, stored and given back. */
export const paperRows: readonly PermissionRow[] = [
  paper('read', 'applicant', 'any', 'LN-2024 附件2：档案袋标签和收卷情况'),
  paper('read', 'unit', 'any', 'LN-2024 五(七)：由单位人事部门统一报送'),
  paper('read', 'office', 'any', 'LN-2024 五(七)'),
  paper('read', 'supervisor', 'any', '人力资源和社会保障部令第40号：监督可以调阅任何一件'),
  paper('save', 'office', OPEN, 'LN-2024 附件2：收卷时逐项核对'),
  paper('receive', 'office', ['paper-delivery'], 'LN-2024 五(七)：收齐后登记'),
  paper('give-back', 'office', OVER, 'LN-2024 九2：退卷'),
  paper('list', 'office', 'any', 'LN-2024 五(七)：掌握收卷情况'),
];

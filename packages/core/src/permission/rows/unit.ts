import type { PermissionRow } from '../types.ts';

const AUDIT = '2024年评审通知 五(二)1：单位逐项审核学历、资历、业绩材料';
const APPRAISAL = '2024年评审通知 五(三)：单位民主评议，择优确定申报人选';

/** The unit's work on its people: list, verification, attestations, appraisal. */
export const unitRows = [
  { action: 'unit.read-worklist', relation: 'unit', stages: 'any', fields: 'all', source: AUDIT },
  { action: 'unit.read-person', relation: 'unit', stages: 'any', fields: 'all', source: AUDIT },
  {
    action: 'unit.attest',
    relation: 'unit',
    stages: 'any',
    fields: 'all',
    source: '辽人社职〔2024〕36号 四：品行、考核、继续教育由单位证明',
  },
  {
    action: 'unit.read-attestations',
    relation: 'unit',
    stages: 'any',
    fields: 'all',
    source: AUDIT,
  },
  {
    action: 'unit.read-attestations',
    relation: 'applicant',
    stages: 'any',
    fields: 'all',
    source: '个人信息保护法第45条：查阅本人信息',
  },
  {
    action: 'unit.read-own-unit',
    relation: 'applicant',
    stages: 'any',
    fields: 'all',
    source: '个人信息保护法第45条：查阅本人信息',
  },
  { action: 'unit.read-appraisal', relation: 'unit', stages: 'any', fields: 'all', source: APPRAISAL },
] as const satisfies readonly PermissionRow[];

import { AFTER_CHECK } from '../stages.ts';
import type { PermissionRow } from '../types.ts';

const AUDIT = 'LN-2024 五(二)1：单位逐项审核学历、资历、业绩材料';
const APPRAISAL = 'LN-2024 五(三)：单位民主评议，择优确定申报人选';
const SELF = '个人信息保护法第45条：查阅本人信息';

/** From the moment the person hands it to the unit; a draft is the applicant's own. */
const HANDED_TO_UNIT = [
  'unit-review',
  'unit-appraisal',
  'unit-publicity',
  'online-submission',
  'office-check',
  ...AFTER_CHECK,
  'not-recommended',
  'refused',
  'expired',
  'not-passed',
  'cancelled',
];

/** The unit's work: attestations of its people, review and appraisal of their applications. */
export const unitRows = [
  {
    action: 'unit.attest',
    relation: 'unit',
    stages: 'any',
    fields: 'all',
    source: 'LN-SEC 四：品行、考核、继续教育由单位证明',
  },
  { action: 'unit.read-attestations', relation: 'unit', stages: 'any', fields: 'all', source: AUDIT },
  { action: 'unit.read-attestations', relation: 'applicant', stages: 'any', fields: 'all', source: SELF },
  { action: 'application.list-unit', relation: 'unit', stages: HANDED_TO_UNIT, fields: 'all', source: AUDIT },
  { action: 'application.unit-accept', relation: 'unit', stages: ['unit-review'], fields: 'all', source: AUDIT },
  { action: 'application.unit-return', relation: 'unit', stages: ['unit-review'], fields: 'all', source: AUDIT },
  {
    action: 'application.record-appraisal',
    relation: 'unit',
    stages: ['unit-appraisal'],
    fields: 'all',
    source: APPRAISAL,
  },
  ...(['list-candidates', 'rank-candidates'] as const).map((verb) => ({
    action: `unit.${verb}` as const,
    relation: 'unit' as const,
    stages: 'any' as const,
    fields: 'all' as const,
    source: APPRAISAL,
  })),
  { action: 'application.read-appraisal', relation: 'unit', stages: HANDED_TO_UNIT, fields: 'all', source: APPRAISAL },
  {
    action: 'application.read-appraisal',
    relation: 'office',
    stages: HANDED_TO_UNIT.slice(4),
    fields: 'all',
    source: 'LN-2024 五(五)2：评委会办公室审核申报材料',
  },
] as const satisfies readonly PermissionRow[];

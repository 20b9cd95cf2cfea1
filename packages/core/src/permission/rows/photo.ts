import type { PermissionRow } from '../types.ts';

/** The photo of a person: kept with the archive, printed on forms, looked at by the unit that verifies the person. */
export const photoRows = [
  {
    action: 'photo.read-own',
    relation: 'applicant',
    stages: 'any',
    fields: 'all',
    source: '个人信息保护法第45条：查阅本人信息',
  },
  {
    action: 'photo.replace',
    relation: 'applicant',
    stages: 'any',
    fields: 'all',
    source: 'ZJ-2022 附件2之4：个人上传证件照',
  },
  {
    action: 'photo.open',
    relation: 'applicant',
    stages: 'any',
    fields: 'all',
    source: '个人信息保护法第45条：查阅本人信息',
  },
  {
    action: 'photo.open',
    relation: 'unit',
    stages: ['current'],
    fields: 'all',
    source: 'LN-2024 五(二)1：单位对材料逐项审核',
  },
] as const satisfies readonly PermissionRow[];

import type { PermissionRow } from '../types.ts';

/** What the unit may look at: everything but a draft and what the person threw away. */
const SEEN_BY_UNIT = ['waiting', 'verified', 'returned'];

/** The lasting archive of a person: its rows, their evidence, and the verification by the unit. */
export const archiveRows = [
  {
    action: 'archive.read-schema',
    relation: 'public',
    stages: 'any',
    fields: 'all',
    source: '自定：公开的数据格式，不含任何人的内容',
  },
  {
    action: 'archive.read',
    relation: 'applicant',
    stages: 'any',
    fields: 'all',
    source: 'LN-2024 五(一)：申报材料由本人提出',
  },
  {
    action: 'archive.create-row',
    relation: 'applicant',
    stages: 'any',
    fields: 'all',
    source: 'LN-2024 五(一)：申报材料由本人提出',
  },
  {
    action: 'archive.edit-row',
    relation: 'applicant',
    stages: ['draft', 'waiting', 'verified', 'returned'],
    fields: 'all',
    source: 'LN-2024 五(五)3：本人补充完善材料',
  },
  {
    action: 'archive.recycle-row',
    relation: 'applicant',
    stages: ['draft', 'waiting', 'verified', 'returned'],
    fields: 'all',
    source: '自定：不真正删除，可以恢复',
  },
  {
    action: 'archive.restore-row',
    relation: 'applicant',
    stages: ['recycled'],
    fields: 'all',
    source: '自定：不真正删除，可以恢复',
  },
  {
    action: 'archive.submit-rows',
    relation: 'applicant',
    stages: 'any',
    fields: 'all',
    source: 'LN-2024 五(一)：向本单位提出申请',
  },
  {
    action: 'archive.read-evidence',
    relation: 'applicant',
    stages: 'any',
    fields: 'all',
    source: '个人信息保护法第45条：查阅本人信息',
  },
  {
    action: 'archive.read-evidence',
    relation: 'unit',
    stages: SEEN_BY_UNIT,
    fields: 'all',
    source: 'LN-2024 五(二)1：单位对材料逐项审核',
  },
  {
    action: 'archive.list-people',
    relation: 'unit',
    stages: 'any',
    fields: 'all',
    source: 'LN-2024 五(二)1：单位对材料逐项审核',
  },
  {
    action: 'archive.read-person',
    relation: 'unit',
    stages: 'any',
    fields: 'all',
    source: 'LN-2024 五(二)1：单位对材料逐项审核',
  },
  {
    action: 'archive.verify-row',
    relation: 'unit',
    stages: ['waiting'],
    fields: 'all',
    source: 'LN-2024 五(二)1：单位核实业绩材料的真实性、时效性',
  },
  {
    action: 'archive.return-row',
    relation: 'unit',
    stages: ['waiting', 'verified'],
    fields: 'all',
    source: 'LN-2024 五(二)1：单位对材料逐项审核',
  },
  {
    action: 'archive.reveal-row',
    relation: 'unit',
    stages: SEEN_BY_UNIT,
    fields: 'all',
    source: '自定：核对身份时显示证件号码，留下记录',
  },
] as const satisfies readonly PermissionRow[];

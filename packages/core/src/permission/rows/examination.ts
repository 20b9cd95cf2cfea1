import type { PermissionRow } from '../types.ts';

const office = (verb: string, source: string): PermissionRow => ({
  action: `examination.${verb}`,
  relation: 'office',
  stages: 'any',
  fields: 'all',
  source,
});

/** Lists of examination results that an office publishes to the archives of the people they name. */
export const examinationRows: readonly PermissionRow[] = [
  office('import', 'LN-ECON-2024 二(二)2：成绩合格单由评委会办公室核对'),
  office('list', '自定：导入的名单留有来源、日期和导入人'),
  office('read', '自定：没有对应上的逐行写明原因'),
];

import type { PermissionRow } from '../types.ts';

const row = (
  verb: string,
  relation: PermissionRow['relation'],
  stages: PermissionRow['stages'],
  source: string,
): PermissionRow => ({ action: `consultation.${verb}`, relation, stages, fields: 'all', source });

/** What is asked of the committee office before an application: the green channel, and entrusted evaluation. */
export const consultationRows: readonly PermissionRow[] = [
  row('ask', 'applicant', 'any', 'LN-2024 八(一)、(三)：网上申报前先提出'),
  row('list-own', 'applicant', 'any', '个人信息保护法第45条：查阅本人信息'),
  row('read', 'applicant', 'any', '个人信息保护法第45条：查阅本人信息'),
  row('read', 'office', 'any', 'LN-2024 八(三)：评委会办公室初步审核'),
  row('list-office', 'office', 'any', 'LN-2024 八(三)：评委会办公室初步审核'),
  row('add-paper', 'applicant', ['asked'], 'LN-2024 八(一)：单位同意和委托评审函'),
  row('add-paper', 'office', ['asked'], 'LN-2024 八(一)：接到省人力资源社会保障厅书面反馈'),
  row('read-paper', 'applicant', 'any', '个人信息保护法第45条：查阅本人信息'),
  row('read-paper', 'office', 'any', 'LN-2024 八(一)：接到书面反馈后方可受理'),
  row('answer', 'office', ['asked'], 'LN-2024 八(一)、(三)：审核同意后方可网上申报'),
];

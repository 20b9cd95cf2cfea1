import { BEFORE_A_RESULT } from '../stages.ts';
import type { PermissionRow } from '../types.ts';

const office = (verb: string, stages: PermissionRow['stages'], source: string): PermissionRow => ({
  action: `application.${verb}`,
  relation: 'office',
  stages,
  fields: 'all',
  source,
});

export const officeRows: readonly PermissionRow[] = [
  office('list-office', 'any', 'LN-2024 五(五)2；本组建单位的申报'),
  office('board', 'any', '评委会办公室掌握全年进度'),
  office('list-catalogue-misses', 'any', 'LN-2024 六(二)、六(四)：目录查不到的论文、奖项由人核对'),
  office('read-check', 'any', 'LN-2024 五(五)2：逐一审核'),
  {
    action: 'application.read-check',
    relation: 'supervisor',
    stages: 'any',
    fields: 'all',
    source: '人力资源和社会保障部令第40号：监督可以调阅任何一件',
  },
  office('save-check-item', ['office-check'], 'LN-2024 五(五)2：出具审核意见'),
  office('save-judgement', ['office-check'], 'LN-2024 五(五)2：逐一审核；程度词由人认定'),
  office('open-check', ['office-check'], 'LN-2024 五(五)2'),
  office('office-pass', ['office-check'], 'LN-2024 五(五)2'),
  office('office-return', ['office-check'], 'LN-2024 五(五)2：一次性反馈'),
  office(
    'office-refuse',
    ['office-check', 'payment', 'paper-delivery'],
    'LN-2024 四(三)、五(七)：不予受理；ZJ-2022 八(三)：未缴费的不予评审',
  ),
  office('approve-stamped-page', ['stamped-page-check'], 'LN-2024 五(六)：经评委会办公室网上审核通过'),
  office('return-stamped-page', ['stamped-page-check'], 'LN-2024 六(一)：印章盖错位置退回改正'),
  office('receive-paper', ['paper-delivery'], 'LN-2024 五(七)'),
  office('unlock', ['online-submission'], 'LN-2024 五(五)3：原则上只有 3 次'),
  office('cancel', BEFORE_A_RESULT, 'LN-2024 五(一)、六(一)：取消申报资格'),
  ...(['applicant', 'unit', 'authority', 'association', 'office', 'supervisor'] as const).map(
    (relation): PermissionRow => ({
      action: 'application.read-submission',
      relation,
      stages: 'any',
      fields: 'all',
      source: 'LN-2024 五(二)、(五)、(六)：核实、审核和盖章都以提交的材料为准',
    }),
  ),
  office('read-notice', 'any', 'LN-2024 五(五)2'),
  {
    action: 'application.read-notice',
    relation: 'applicant',
    stages: 'any',
    fields: 'all',
    source: 'LN-2024 五(五)2：一次性反馈申报人',
  },
  {
    action: 'application.read-notice',
    relation: 'unit',
    stages: 'any',
    fields: 'all',
    source: 'LN-2024 五(二)2：单位对审核负责，须知道需要补正什么',
  },
];

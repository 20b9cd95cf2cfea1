import { AFTER_CHECK } from '../stages.ts';
import type { PermissionRow } from '../types.ts';

/** What everybody who deals with a case sees of it. */
const CASE = [
  'id',
  'number',
  'organiserId',
  'version',
  'plan',
  'applicantName',
  'unitName',
  'specialty',
  'level',
  'levelName',
  'route',
  'routeName',
  'stage',
  'stageName',
  'stageLabel',
  'waiting',
  'timeline',
  'actions',
  'returned',
  'submissions',
  'history',
];
/** The same with what was filled in and submitted. */
const MATERIAL = [...CASE, 'content', 'disputedRows', 'submitted', 'stampedPages'];
/** The office's business begins with a submission; before it, only what concerns an invalid publicity. */
const SUBMITTED = [
  'online-submission',
  'office-check',
  'correction',
  'payment',
  ...AFTER_CHECK,
  'refused',
  'not-passed',
  'cancelled',
  'expired',
];

/** Who has applications waiting. */
const STAFF = ['unit', 'authority', 'association', 'office', 'confirmer'] as const;

const own = (verb: string, stages: PermissionRow['stages'], source: string): PermissionRow => ({
  action: `application.${verb}`,
  relation: 'applicant',
  stages,
  fields: 'all',
  source,
});

/** One person's case, from its making to its submission, and who may look at it. */
export const applicationRows: readonly PermissionRow[] = [
  ...STAFF.map(
    (relation): PermissionRow => ({
      action: 'application.count-waiting',
      relation,
      stages: 'any',
      fields: 'all',
      source: '自定：各环节的经办人看到等待本处办理的件数',
    }),
  ),
  own('list-plans', 'any', 'LN-2024 五(一)：申报人员对照条件提出申请'),
  own('advise-routes', 'any', 'LN-2024 五(一)：申报人员对照条件提出申请'),
  own('create', 'any', 'LN-2024 五(一)：个人申请'),
  own('list-own', 'any', '个人信息保护法第45条：查阅本人信息'),
  own('read', 'any', '个人信息保护法第45条：查阅本人信息'),
  own('edit', ['draft', 'online-submission', 'correction'], 'LN-2024 五(一)、五(五)3：填报、补充完善'),
  own('send-to-unit', ['draft'], 'LN-2024 五(一)：向本单位提出申请'),
  own(
    'submit',
    ['draft', 'online-submission', 'correction'],
    'LN-2024 五(五)1：公示无异议后提交；ZJ 六(一)、TJ 二(五)1：填报后提交单位',
  ),
  own(
    'withdraw',
    ['draft', 'unit-review', 'online-submission', 'office-check', 'correction', 'payment'],
    '自定：下一办理人开始办理之前可以撤回',
  ),
  own('submit-stamped-page', ['stamped-page'], 'LN-2024 五(六)：盖章页扫描后在网上提交'),
  own('read-calendar', 'any', '自定：本人把期限放进自己的日历'),
  own('read-stamped-page', 'any', '个人信息保护法第45条：查阅本人信息'),
  {
    action: 'application.read',
    relation: 'unit',
    stages: 'any',
    fields: MATERIAL,
    source: 'LN-2024 五(二)：所在单位审核推荐',
  },
  {
    action: 'application.read',
    relation: 'office',
    stages: ['unit-publicity', ...SUBMITTED],
    fields: MATERIAL,
    source: 'LN-2024 五(五)2：评委会办公室逐一审核；五(四)：认定公示文件无效',
  },
  {
    action: 'application.read',
    relation: 'authority',
    stages: ['authority-review'],
    fields: MATERIAL,
    source: 'LN-2024 五(六)：人社或主管部门审核同意',
  },
  {
    action: 'application.read',
    relation: 'association',
    stages: ['association-review'],
    fields: MATERIAL,
    source: 'LN-2024 五(六)：行业协会审核同意',
  },
  {
    action: 'application.read',
    relation: 'supervisor',
    stages: SUBMITTED,
    fields: CASE,
    source: '人社部发〔2024〕56号：监督评审过程，不看材料内容',
  },
  {
    action: 'application.read-stamped-page',
    relation: 'office',
    stages: ['stamped-page-check', 'paper-delivery', 'ready'],
    fields: 'all',
    source: 'LN-2024 五(六)：盖章页经评委会办公室网上审核',
  },
];

import { AFTER_CHECK } from '../stages.ts';
import type { PermissionRow } from '../types.ts';

/** Where a plan asks for a fee, what accompanies the payment is printed while it is waited for. */
const PRINTED = [...AFTER_CHECK, 'payment'] as const;

/** Official forms printed from an application. Stages are those of the application. */
export const formRows = [
  {
    action: 'form.print',
    relation: 'applicant',
    stages: PRINTED,
    fields: 'all',
    source: '年度通知五(六)、附件2三5：审核通过后由申报人打印',
  },
  {
    action: 'form.print',
    relation: 'unit',
    stages: PRINTED,
    fields: 'all',
    source: '年度通知附件2三2：每页加盖单位公章',
  },
  {
    action: 'form.print',
    relation: 'authority',
    stages: ['authority-review'],
    fields: 'all',
    source: '年度通知五(六)：审核同意并加盖公章',
  },
  {
    action: 'form.print',
    relation: 'association',
    stages: ['association-review'],
    fields: 'all',
    source: '年度通知五(六)：行业协会审核同意并加盖公章',
  },
  {
    action: 'form.print',
    relation: 'office',
    stages: PRINTED,
    fields: 'all',
    source: '年度通知五(七)：收卷时核对',
  },
] as const satisfies readonly PermissionRow[];

import type { PermissionRow } from '../types.ts';

const fee = (
  verb: string,
  relation: PermissionRow['relation'],
  stages: PermissionRow['stages'],
  source: string,
): PermissionRow => ({ action: `fee.${verb}`, relation, stages, fields: 'all', source });

/** A refund is for an application that has ended. */
const ENDED = ['withdrawn', 'not-recommended', 'refused', 'expired', 'not-passed', 'cancelled'];

/** The fee of an evaluation, where the plan charges one. */
export const feeRows: readonly PermissionRow[] = [
  fee('read', 'applicant', 'any', 'ZJ-2022 八(三)：按通知缴纳评审费'),
  fee('read', 'unit', 'any', 'ZJ-2022 八(三)：单位可以代缴，须知道缴了没有'),
  fee('read', 'office', 'any', 'ZJ-2022 八(三)：未缴纳的不予评审'),
  fee('read', 'supervisor', 'any', '人力资源和社会保障部令第40号：监督收费'),
  fee('hand-in-slip', 'applicant', ['payment'], 'ZJ-2022 八(三)：转账后上传凭证'),
  fee('hand-in-slip', 'unit', ['payment'], 'ZJ-2022 八(三)：单位代缴的由单位上传凭证'),
  fee('read-file', 'applicant', 'any', '个人信息保护法第45条：查阅本人信息'),
  fee('read-file', 'unit', 'any', '自定：代缴的单位查看凭证'),
  fee('read-file', 'office', 'any', '自定：核对凭证'),
  fee('return-slip', 'office', ['payment'], '自定：凭证看不清或不是本次评审费的退回'),
  fee('confirm', 'office', ['payment'], 'ZJ-2022 八(三)：到账后方可评审'),
  fee('waive', 'office', ['payment'], '自定：有依据的减免，写明理由并附证明'),
  fee('refund', 'office', ENDED, '自定：申报结束后登记退费'),
  fee('pay-online', 'applicant', ['payment'], 'ZJ-2022 八(三)：按通知缴纳评审费'),
  fee('pay-online', 'unit', ['payment'], 'ZJ-2022 八(三)：单位可以代缴'),
  fee('ask-order', 'applicant', 'any', '自定：付款以后查询结果'),
  fee('ask-order', 'unit', 'any', '自定：代缴的单位查询结果'),
  fee('ask-order', 'office', 'any', '自定：核对网上支付'),
  fee('list-orders', 'office', 'any', '自定：账实相符'),
  fee('list-orders', 'supervisor', 'any', '人力资源和社会保障部令第40号：监督收费'),
  fee('refund-order', 'office', 'any', '自定：多付、迟付的和结束以后的退回付款人'),
  fee('take-notice', 'public', 'any', '自定：支付平台的通知，凭签名认定'),
  fee('list', 'office', 'any', 'ZJ-2022 八(三)：掌握缴费情况'),
  fee('reconcile', 'office', 'any', '自定：账实相符'),
  fee('reconcile', 'supervisor', 'any', '人力资源和社会保障部令第40号：监督收费'),
  fee('import-statement', 'office', 'any', '自定：导入银行流水核对到账'),
  fee('match-entry', 'office', 'any', '自定：人工认领一笔流水'),
  fee('set-aside-entry', 'office', 'any', '自定：与评审费无关或退回付款人的流水'),
];

import type { PermissionRow } from '../types.ts';

const row = (
  action: PermissionRow['action'],
  relation: PermissionRow['relation'],
  stages: PermissionRow['stages'],
  source: string,
): PermissionRow => ({ action, relation, stages, fields: 'all', source });
const FILLING = ['draft', 'online-submission', 'correction'];

/** Letters of experts for an application, and the pledge signed by hand. */
export const endorsementRows: readonly PermissionRow[] = [
  row('endorsement.list', 'applicant', 'any', '个人信息保护法第45条：查阅本人信息'),
  row('endorsement.list', 'office', 'any', 'LN-2024 五(五)2：逐一审核'),
  row('endorsement.invite', 'applicant', FILLING, 'LN-2024 六(三)3：需经专家出具评议证明或推荐意见'),
  row('endorsement.add-paper', 'applicant', FILLING, 'LN-2024 六(三)3：填写《专家评议书》或《专家推荐书》'),
  row('endorsement.cancel', 'applicant', FILLING, '自定：提交之前可以换人'),
  row('endorsement.check', 'office', 'any', 'LN-2024 五(五)2：逐一审核'),
  row('endorsement.read-file', 'applicant', 'any', '个人信息保护法第45条：查阅本人信息'),
  row('endorsement.read-file', 'office', 'any', 'LN-2024 五(五)2：逐一审核'),
  row('endorsement.open', 'public', 'any', '自定：持一次性链接的专家，不须登录'),
  row('endorsement.fill', 'public', 'any', '自定：持一次性链接的专家，不须登录'),
  row('signature.read', 'applicant', 'any', '个人信息保护法第45条：查阅本人信息'),
  row('signature.begin', 'applicant', FILLING, 'ZJ 附件2之5：扫描二维码在线签署'),
  row('signature.scan', 'applicant', FILLING, 'LN-2024 六(五)：手写承诺'),
  row('signature.read-file', 'applicant', 'any', '个人信息保护法第45条：查阅本人信息'),
  row('signature.read-file', 'unit', 'any', 'LN-2024 五(二)：所在单位审核'),
  row('signature.read-file', 'office', 'any', 'LN-2024 六(五)：承诺随表审核'),
  row('signature.open', 'public', 'any', '自定：持一次性二维码的本人手机，不须登录'),
  row('signature.sign', 'public', 'any', '自定：持一次性二维码的本人手机，不须登录'),
];

import * as contract from '@zhiping/contract';
import type { Relation } from '@zhiping/core';

/** Relations as people say them, also of events (`system` for due work). */
export const RELATION_NAMES: Readonly<Record<Relation | 'system', string>> = {
  public: '公众',
  'signed-in': '登录的人',
  applicant: '本人',
  unit: '用人单位',
  authority: '人社或主管部门',
  association: '行业协会',
  office: '评委会办公室',
  confirmer: '结果确认',
  expert: '评审专家',
  chair: '主任委员',
  supervisor: '监督',
  'policy-owner': '政策管理',
  'system-admin': '系统管理员',
  'security-admin': '安全管理员',
  'audit-admin': '审计管理员',
  system: '平台自动',
};
export const relationName = (relation: string): string =>
  Object.entries(RELATION_NAMES).find(([name]) => name === relation)?.[1] ?? '其他';

/** Actions the platform does itself; those of people are named by their endpoint. */
const OWN_ACTIONS: Readonly<Record<string, string>> = {
  'person.create': '登记人员',
  'policy.import': '导入政策版本',
  'policy.publish': '发布政策版本',
  'window.close': '受理截止',
  'system.prune': '清理到期的日志',
  'system.keep-frontier': '存证记录开始逐批保留汇总散列',
  'system.retention-walk': '编成销毁清册',
  'system.retention-destroy': '按清册销毁',
};
const EXPORTED: readonly unknown[] = Object.values(contract);
const ENDPOINTS = EXPORTED.filter(
  (value): value is contract.AnyEndpoint =>
    typeof value === 'object' && value !== null && 'action' in value && 'summary' in value,
);
const NAMES = new Map(
  // An action of several endpoints is named by the one that changes something.
  ENDPOINTS.toSorted((a, b) => Number(a.method !== 'GET') - Number(b.method !== 'GET')).map(({ action, summary }) => [
    String(action),
    summary,
  ]),
);

/** What an action of the record is in words. */
export const actionName = (action: string): string => OWN_ACTIONS[action] ?? NAMES.get(action) ?? '平台办理';

/** What a subject of the record is in words. */
const NOUNS: Readonly<Record<string, string>> = {
  account: '账户',
  person: '人员',
  application: '申报',
  archive: '业绩档案',
  'archive-row': '业绩档案',
  association: '行业协会',
  authority: '人社或主管部门',
  certificate: '证书',
  'privacy-consent': '个人信息处理同意',
  clock: '业务时间',
  code: '代码表',
  draw: '抽取',
  expert: '专家',
  filing: '评委会备案',
  joining: '加入单位申请',
  meeting: '评审会议',
  objection: '异议',
  packet: '案卷',
  policy: '政策',
  'privacy-notice': '个人信息告知书',
  'privacy-request': '个人信息请求',
  publicity: '公示',
  round: '表决',
  'security-setting': '安全规定',
  token: '接口令牌',
  unit: '用人单位',
  'unit-registration': '单位登记申请',
  retention: '保存期限',
  destruction: '销毁清册',
  'destruction-list': '销毁清册',
  delegation: '委托与移交',
  'payment-order': '网上支付的订单',
  webhook: '推送',
  window: '受理窗口',
};
export const nounName = (noun: string): string => NOUNS[noun] ?? '其他事项';

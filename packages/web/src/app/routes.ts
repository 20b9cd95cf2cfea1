import type { Relation } from '@zhiping/core';
import type { ComponentType } from 'react';

/**
 * Every page of the application, one line each: `{ path, for, label, menu, load }`. `for` is the relation whose menu
 * lists it and without which it is not shown (the server decides again on every request). Parameters are written
 * `$name` and read with `usePathParam`.
 */
export interface AppPage {
  readonly path: `/${string}`;
  readonly for: Relation;
  readonly label: string;
  /** In the navigation, or reached from another page. */
  readonly menu: boolean;
  readonly load: () => Promise<{ default: ComponentType }>;
}

export const GROUPS: readonly { readonly relation: Relation; readonly label: string }[] = [
  { relation: 'signed-in', label: '我的' },
  { relation: 'unit', label: '用人单位' },
  { relation: 'authority', label: '人社或主管部门' },
  { relation: 'association', label: '行业协会' },
  { relation: 'office', label: '评委会办公室' },
  { relation: 'confirmer', label: '结果确认' },
  { relation: 'expert', label: '评审专家' },
  { relation: 'chair', label: '主任委员' },
  { relation: 'supervisor', label: '监督' },
  { relation: 'policy-owner', label: '政策' },
  { relation: 'system-admin', label: '系统管理' },
  { relation: 'security-admin', label: '安全管理' },
  { relation: 'audit-admin', label: '审计' },
];

export const APP_PAGES: readonly AppPage[] = [
  // signed-in (applicant)
  { path: '/', for: 'signed-in', label: '首页', menu: true, load: () => import('./pages/start.tsx') },
  { path: '/messages', for: 'signed-in', label: '消息', menu: true, load: () => import('./pages/messages.tsx') },
  {
    path: '/applications',
    for: 'signed-in',
    label: '我的申报',
    menu: true,
    load: () => import('./pages/applicant/applications.tsx'),
  },
  {
    path: '/applications/new',
    for: 'signed-in',
    label: '建立申报',
    menu: false,
    load: () => import('./pages/applicant/application-new.tsx'),
  },
  {
    path: '/applications/$id',
    for: 'signed-in',
    label: '申报',
    menu: false,
    load: () => import('./pages/applicant/application.tsx'),
  },
  {
    path: '/applications/$id/fee',
    for: 'signed-in',
    label: '评审费',
    menu: false,
    load: () => import('./pages/applicant/fee.tsx'),
  },
  {
    path: '/applications/$id/paper',
    for: 'signed-in',
    label: '档案袋标签',
    menu: false,
    load: () => import('./pages/applicant/paper-label.tsx'),
  },
  {
    path: '/applications/$id/edit',
    for: 'signed-in',
    label: '填报',
    menu: false,
    load: () => import('./pages/applicant/application-edit.tsx'),
  },
  {
    path: '/applications/consultations/$id',
    for: 'signed-in',
    label: '申报前提出的事项',
    menu: false,
    load: () => import('./pages/applicant/application-consultation.tsx'),
  },
  {
    path: '/archive',
    for: 'signed-in',
    label: '业绩档案',
    menu: true,
    load: () => import('./pages/applicant/archive.tsx'),
  },
  {
    path: '/archive/exchange',
    for: 'signed-in',
    label: '导入与导出',
    menu: false,
    load: () => import('./pages/applicant/archive-exchange.tsx'),
  },
  {
    path: '/archive/$id',
    for: 'signed-in',
    label: '档案中的一项',
    menu: false,
    load: () => import('./pages/applicant/archive-row.tsx'),
  },
  {
    path: '/certificates',
    for: 'signed-in',
    label: '我的证书',
    menu: true,
    load: () => import('./pages/applicant/certificates.tsx'),
  },
  {
    path: '/applications/$id/result',
    for: 'signed-in',
    label: '评审结果',
    menu: false,
    load: () => import('./pages/applicant/result.tsx'),
  },
  {
    path: '/account/unit',
    for: 'signed-in',
    label: '我的单位',
    menu: true,
    load: () => import('./pages/account/unit.tsx'),
  },
  {
    path: '/account/security',
    for: 'signed-in',
    label: '账户安全',
    menu: true,
    load: () => import('./pages/account/security.tsx'),
  },
  {
    path: '/account/unit-registration',
    for: 'signed-in',
    label: '登记用人单位',
    menu: false,
    load: () => import('./pages/account/unit-registration.tsx'),
  },
  {
    path: '/invitations/$token',
    for: 'signed-in',
    label: '收到的邀请',
    menu: false,
    load: () => import('./pages/account/invitation.tsx'),
  },

  // unit
  {
    path: '/unit/applications',
    for: 'unit',
    label: '待办',
    menu: true,
    load: () => import('./pages/unit/applications.tsx'),
  },
  {
    path: '/unit/people',
    for: 'unit',
    label: '人员与档案核验',
    menu: true,
    load: () => import('./pages/unit/people.tsx'),
  },
  {
    path: '/unit/publicity',
    for: 'unit',
    label: '单位公示',
    menu: true,
    load: () => import('./pages/unit/publicity.tsx'),
  },
  {
    path: '/unit/staff',
    for: 'unit',
    label: '经办人与人员',
    menu: true,
    load: () => import('./pages/unit/staff.tsx'),
  },
  {
    path: '/unit/settings',
    for: 'unit',
    label: '单位信息',
    menu: true,
    load: () => import('./pages/unit/settings.tsx'),
  },
  { path: '/unit/volumes', for: 'unit', label: '材料装订', menu: true, load: () => import('./pages/volumes.tsx') },

  {
    path: '/unit/roster',
    for: 'unit',
    label: '花名册与报送',
    menu: true,
    load: () => import('./pages/unit/roster.tsx'),
  },
  {
    path: '/unit/posts',
    for: 'unit',
    label: '岗位与聘任',
    menu: true,
    load: () => import('./pages/unit/posts.tsx'),
  },

  // authority
  {
    path: '/authority/applications',
    for: 'authority',
    label: '审核推荐',
    menu: true,
    load: () => import('./pages/authority/applications.tsx'),
  },
  {
    path: '/authority/units',
    for: 'authority',
    label: '单位登记审核',
    menu: true,
    load: () => import('./pages/administration/unit-registrations.tsx'),
  },
  {
    path: '/authority/volumes',
    for: 'authority',
    label: '材料装订',
    menu: true,
    load: () => import('./pages/volumes.tsx'),
  },

  {
    path: '/authority/roster',
    for: 'authority',
    label: '花名册与报送',
    menu: true,
    load: () => import('./pages/authority/roster.tsx'),
  },
  {
    path: '/authority/consents',
    for: 'authority',
    label: '征求意见',
    menu: true,
    load: () => import('./pages/authority/consents.tsx'),
  },

  // association
  {
    path: '/association/applications',
    for: 'association',
    label: '审核推荐',
    menu: true,
    load: () => import('./pages/authority/applications.tsx'),
  },

  // office
  { path: '/office', for: 'office', label: '计划看板', menu: true, load: () => import('./pages/office/board.tsx') },
  {
    path: '/office/applications',
    for: 'office',
    label: '待办与资格审查',
    menu: true,
    load: () => import('./pages/office/applications.tsx'),
  },
  {
    path: '/office/green-channel',
    for: 'office',
    label: '申报前初审',
    menu: true,
    load: () => import('./pages/office/green-channel.tsx'),
  },
  { path: '/office/fees', for: 'office', label: '缴费', menu: true, load: () => import('./pages/office/fees.tsx') },
  {
    path: '/office/fees/statement',
    for: 'office',
    label: '银行流水',
    menu: false,
    load: () => import('./pages/office/fee-statement.tsx'),
  },
  {
    path: '/office/fees/reconciliation',
    for: 'office',
    label: '对账',
    menu: false,
    load: () => import('./pages/office/fee-reconciliation.tsx'),
  },
  { path: '/office/volumes', for: 'office', label: '材料装订', menu: true, load: () => import('./pages/volumes.tsx') },
  {
    path: '/office/unassigned-seals',
    for: 'office',
    label: '待定盖章部门',
    menu: true,
    load: () => import('./pages/office/unassigned-seals.tsx'),
  },
  { path: '/office/paper', for: 'office', label: '收卷', menu: true, load: () => import('./pages/office/paper.tsx') },
  {
    path: '/office/paper/labels',
    for: 'office',
    label: '档案袋标签',
    menu: false,
    load: () => import('./pages/office/paper-labels.tsx'),
  },
  {
    path: '/office/extensions',
    for: 'office',
    label: '延期',
    menu: true,
    load: () => import('./pages/office/extensions.tsx'),
  },
  {
    path: '/office/messages',
    for: 'office',
    label: '消息与通知',
    menu: true,
    load: () => import('./pages/office/messages.tsx'),
  },
  {
    path: '/office/messages/deliveries',
    for: 'office',
    label: '发送记录',
    menu: false,
    load: () => import('./pages/office/messages-deliveries.tsx'),
  },
  {
    path: '/office/messages/templates',
    for: 'office',
    label: '消息的样子',
    menu: false,
    load: () => import('./pages/office/messages-templates.tsx'),
  },
  { path: '/office/pool', for: 'office', label: '专家库', menu: true, load: () => import('./pages/office/pool.tsx') },
  {
    path: '/office/meetings',
    for: 'office',
    label: '评审会议',
    menu: true,
    load: () => import('./pages/office/meetings.tsx'),
  },
  {
    path: '/office/meetings/$id',
    for: 'office',
    label: '会议',
    menu: false,
    load: () => import('./pages/office/meeting.tsx'),
  },
  {
    path: '/office/meetings/$id/draw',
    for: 'office',
    label: '抽取',
    menu: false,
    load: () => import('./pages/office/meeting-draw.tsx'),
  },
  {
    path: '/office/meetings/$id/minutes',
    for: 'office',
    label: '会议纪要',
    menu: false,
    load: () => import('./pages/office/meeting-minutes.tsx'),
  },
  {
    path: '/office/rounds/$id',
    for: 'office',
    label: '表决',
    menu: false,
    load: () => import('./pages/office/meeting-round.tsx'),
  },
  {
    path: '/office/results',
    for: 'office',
    label: '结果公示',
    menu: true,
    load: () => import('./pages/office/results.tsx'),
  },
  {
    path: '/office/results/$id',
    for: 'office',
    label: '结果公示详情',
    menu: false,
    load: () => import('./pages/office/result.tsx'),
  },
  {
    path: '/office/certificates',
    for: 'office',
    label: '证书',
    menu: true,
    load: () => import('./pages/confirmer/certificates.tsx'),
  },

  // confirmer
  {
    path: '/confirmations',
    for: 'confirmer',
    label: '结果确认',
    menu: true,
    load: () => import('./pages/confirmer/confirmations.tsx'),
  },
  {
    path: '/confirmer/certificates',
    for: 'confirmer',
    label: '证书',
    menu: true,
    load: () => import('./pages/confirmer/certificates.tsx'),
  },

  // expert
  {
    path: '/expert/invitations',
    for: 'expert',
    label: '邀请与回避',
    menu: true,
    load: () => import('./pages/expert/invitations.tsx'),
  },
  {
    path: '/expert/packets',
    for: 'expert',
    label: '我的案卷',
    menu: true,
    load: () => import('./pages/expert/packets.tsx'),
  },
  {
    path: '/expert/packets/$id',
    for: 'expert',
    label: '案卷',
    menu: false,
    load: () => import('./pages/expert/packet.tsx'),
  },
  { path: '/expert/rounds', for: 'expert', label: '表决', menu: true, load: () => import('./pages/expert/rounds.tsx') },
  {
    path: '/expert/rounds/$id',
    for: 'expert',
    label: '投票',
    menu: false,
    load: () => import('./pages/expert/round.tsx'),
  },

  // chair
  {
    path: '/chair/meetings',
    for: 'chair',
    label: '主持的会议',
    menu: true,
    load: () => import('./pages/chair/meetings.tsx'),
  },
  {
    path: '/chair/meetings/$id',
    for: 'chair',
    label: '会议',
    menu: false,
    load: () => import('./pages/chair/meeting.tsx'),
  },
  {
    path: '/chair/meetings/$id/minutes',
    for: 'chair',
    label: '会议纪要',
    menu: false,
    load: () => import('./pages/chair/minutes.tsx'),
  },
  {
    path: '/chair/rounds/$id',
    for: 'chair',
    label: '表决',
    menu: false,
    load: () => import('./pages/chair/round.tsx'),
  },

  // supervisor
  {
    path: '/supervisor',
    for: 'supervisor',
    label: '监督总览',
    menu: true,
    load: () => import('./pages/supervisor/overview.tsx'),
  },
  {
    path: '/supervisor/extensions',
    for: 'supervisor',
    label: '延期',
    menu: true,
    load: () => import('./pages/office/extensions.tsx'),
  },
  {
    path: '/supervisor/meetings/$id',
    for: 'supervisor',
    label: '会议',
    menu: false,
    load: () => import('./pages/supervisor/meeting.tsx'),
  },
  {
    path: '/supervisor/meetings/$id/draw',
    for: 'supervisor',
    label: '抽取',
    menu: false,
    load: () => import('./pages/supervisor/draw.tsx'),
  },
  {
    path: '/supervisor/meetings/$id/minutes',
    for: 'supervisor',
    label: '会议纪要',
    menu: false,
    load: () => import('./pages/supervisor/minutes.tsx'),
  },
  {
    path: '/supervisor/rounds/$id',
    for: 'supervisor',
    label: '表决',
    menu: false,
    load: () => import('./pages/supervisor/round.tsx'),
  },

  // policy-owner and administrators
  {
    path: '/policy',
    for: 'policy-owner',
    label: '政策发布',
    menu: true,
    load: () => import('./pages/policy/policies.tsx'),
  },
  {
    path: '/policy/simulate',
    for: 'policy-owner',
    label: '影响模拟',
    menu: true,
    load: () => import('./pages/policy/simulate.tsx'),
  },
  {
    path: '/policy/simulations/$id',
    for: 'policy-owner',
    label: '模拟结果',
    menu: false,
    load: () => import('./pages/policy/simulation.tsx'),
  },
  {
    path: '/policy/$pack/$number',
    for: 'policy-owner',
    label: '标准的版本',
    menu: false,
    load: () => import('./pages/policy/version.tsx'),
  },
  {
    path: '/administration/accounts',
    for: 'system-admin',
    label: '账户与身份',
    menu: true,
    load: () => import('./pages/administration/accounts.tsx'),
  },
  {
    path: '/administration/organisations',
    for: 'system-admin',
    label: '单位与机构',
    menu: true,
    load: () => import('./pages/administration/organisations.tsx'),
  },
  {
    path: '/administration/unit-registrations',
    for: 'system-admin',
    label: '单位登记审核',
    menu: true,
    load: () => import('./pages/administration/unit-registrations.tsx'),
  },
  {
    path: '/security/accounts',
    for: 'security-admin',
    label: '锁定与密码',
    menu: true,
    load: () => import('./pages/administration/security.tsx'),
  },
  {
    path: '/security/sign-ins',
    for: 'security-admin',
    label: '登录记录',
    menu: true,
    load: () => import('./pages/administration/sign-ins.tsx'),
  },
  {
    path: '/security/settings',
    for: 'security-admin',
    label: '两步验证规定',
    menu: true,
    load: () => import('./pages/administration/security-settings.tsx'),
  },
  {
    path: '/audit/record',
    for: 'audit-admin',
    label: '存证记录',
    menu: true,
    load: () => import('./pages/administration/record.tsx'),
  },
  {
    path: '/supervisor/record',
    for: 'supervisor',
    label: '存证记录',
    menu: true,
    load: () => import('./pages/administration/record.tsx'),
  },
];

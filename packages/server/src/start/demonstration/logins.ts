import { DEMONSTRATION, TIANJIN_IDS, ZHEJIANG_IDS } from './ids.ts';
import type { ProvinceLogin } from './province.ts';

/** One login per role of the demonstration. The password of all is public: the data is invented. */
export const DEMONSTRATION_PASSWORD = 'zhiping-2024';

const LN = DEMONSTRATION;
export const LIAONING_LOGINS = [
  { username: 'applicant', name: '王安防', role: '申报人（民营企业工程师，申报高级工程师）' },
  { username: 'applicant2', name: '刘监测', role: '申报人（事业单位）' },
  {
    username: 'unit',
    name: '孙人事',
    role: '用人单位人事（沈阳安盾科技有限公司）',
    holds: { relation: 'unit', subjectId: LN.enterprise },
  },
  {
    username: 'unit2',
    name: '周人事',
    role: '用人单位人事（沈阳市公共安全技术中心）',
    holds: { relation: 'unit', subjectId: LN.institution },
  },
  {
    username: 'authority',
    name: '赵人社',
    role: '沈阳市人力资源和社会保障局',
    holds: { relation: 'authority', subjectId: LN.authority },
  },
  {
    username: 'association',
    name: '钱协会',
    role: '辽宁省公共安全防范行业协会',
    holds: { relation: 'association', subjectId: LN.association },
  },
  {
    username: 'office',
    name: '李办公',
    role: '评委会办公室',
    holds: { relation: 'office', subjectId: LN.organiser },
  },
  { username: 'chair', name: '陈主任', role: '主任委员' },
  {
    username: 'supervisor',
    name: '郑监督',
    role: '监督人员',
    holds: { relation: 'supervisor', subjectId: LN.organiser },
  },
  {
    username: 'confirmer',
    name: '冯确认',
    role: '结果确认（辽宁省人力资源和社会保障厅）',
    holds: { relation: 'confirmer', subjectId: LN.confirmer },
  },
  {
    username: 'policy',
    name: '褚政策',
    role: '政策管理',
    holds: { relation: 'policy-owner', subjectId: LN.organiser },
  },
  {
    username: 'policy2',
    name: '尤政策',
    role: '政策管理（第二人）',
    holds: { relation: 'policy-owner', subjectId: LN.organiser },
  },
  {
    username: 'system',
    name: '卫系统',
    role: '系统管理员',
    holds: { relation: 'system-admin', subjectId: LN.organiser },
  },
  {
    username: 'security',
    name: '蒋安全',
    role: '安全管理员',
    holds: { relation: 'security-admin', subjectId: LN.organiser },
  },
  {
    username: 'audit',
    name: '沈审计',
    role: '审计管理员',
    holds: { relation: 'audit-admin', subjectId: LN.organiser },
  },
] as const satisfies readonly ProvinceLogin[];

const ZJ = ZHEJIANG_IDS;
export const ZHEJIANG_LOGINS = [
  { username: 'zj-applicant', name: '程护安', role: '申报人（民营企业工程师，申报高级工程师）' },
  {
    username: 'zj-unit',
    name: '吴人事',
    role: '用人单位人事（杭州智盾安防工程有限公司）',
    holds: { relation: 'unit', subjectId: ZJ.enterprise },
  },
  {
    username: 'zj-unit2',
    name: '潘人事',
    role: '用人单位人事（浙江省安全防范设计研究院）',
    holds: { relation: 'unit', subjectId: ZJ.institute },
  },
  {
    username: 'zj-authority',
    name: '楼经信',
    role: '杭州市经济和信息化局',
    holds: { relation: 'authority', subjectId: ZJ.cityAuthority },
  },
  {
    username: 'zj-hr',
    name: '褚人社',
    role: '杭州市人力资源和社会保障局（会同审核）',
    holds: { relation: 'authority', subjectId: ZJ.cityHr },
  },
  {
    username: 'zj-department',
    name: '骆厅务',
    role: '浙江省经济和信息化厅（省主管部门）',
    holds: { relation: 'authority', subjectId: ZJ.department },
  },
  {
    username: 'zj-office',
    name: '应办公',
    role: '评委会办公室（浙江省安全技术防范行业协会）',
    holds: { relation: 'office', subjectId: ZJ.organiser },
  },
  {
    username: 'zj-supervisor',
    name: '章监督',
    role: '监督人员',
    holds: { relation: 'supervisor', subjectId: ZJ.organiser },
  },
  {
    username: 'zj-confirmer',
    name: '金确认',
    role: '结果确认（浙江省人力资源和社会保障厅）',
    holds: { relation: 'confirmer', subjectId: ZJ.confirmer },
  },
] as const satisfies readonly ProvinceLogin[];

const TJ = TIANJIN_IDS;
export const TIANJIN_LOGINS = [
  { username: 'tj-applicant', name: '袁智能', role: '申报人（人工智能专业工程师，申报高级工程师）' },
  {
    username: 'tj-unit',
    name: '穆人事',
    role: '用人单位人事（天津津智人工智能有限公司）',
    holds: { relation: 'unit', subjectId: TJ.enterprise },
  },
  {
    username: 'tj-unit2',
    name: '杜人事',
    role: '用人单位人事（天津市智能制造研究院）',
    holds: { relation: 'unit', subjectId: TJ.institute },
  },
  {
    username: 'tj-authority',
    name: '刁人社',
    role: '天津市滨海新区人力资源和社会保障局',
    holds: { relation: 'authority', subjectId: TJ.districtAuthority },
  },
  {
    username: 'tj-bureau',
    name: '安职改',
    role: '天津市工业和信息化局（委办局职称部门）',
    holds: { relation: 'authority', subjectId: TJ.bureau },
  },
  {
    username: 'tj-office',
    name: '季办公',
    role: '评委会办公室',
    holds: { relation: 'office', subjectId: TJ.organiser },
  },
  {
    username: 'tj-supervisor',
    name: '华监督',
    role: '监督人员',
    holds: { relation: 'supervisor', subjectId: TJ.organiser },
  },
  {
    username: 'tj-confirmer',
    name: '俞确认',
    role: '结果确认（天津市人力资源和社会保障局）',
    holds: { relation: 'confirmer', subjectId: TJ.confirmer },
  },
] as const satisfies readonly ProvinceLogin[];

export type DemonstrationLogin =
  | (typeof LIAONING_LOGINS | typeof ZHEJIANG_LOGINS | typeof TIANJIN_LOGINS)[number]['username']
  | `expert${number}`;

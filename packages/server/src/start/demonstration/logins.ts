/** One login per role of the demonstration. The password of all is public: the data is invented. */
export const DEMONSTRATION_PASSWORD = 'zhiping-2024';

export const DEMONSTRATION_LOGINS = [
  { username: 'applicant', name: '王安防', role: '申报人（民营企业工程师，申报高级工程师）' },
  { username: 'applicant2', name: '刘监测', role: '申报人（事业单位）' },
  { username: 'unit', name: '孙人事', role: '用人单位人事（沈阳安盾科技有限公司）' },
  { username: 'unit2', name: '周人事', role: '用人单位人事（沈阳市公共安全技术中心）' },
  { username: 'authority', name: '赵人社', role: '沈阳市人力资源和社会保障局' },
  { username: 'association', name: '钱协会', role: '辽宁省公共安全防范行业协会' },
  { username: 'office', name: '李办公', role: '评委会办公室' },
  { username: 'chair', name: '陈主任', role: '主任委员' },
  { username: 'supervisor', name: '郑监督', role: '监督人员' },
  { username: 'confirmer', name: '冯确认', role: '结果确认（辽宁省人力资源和社会保障厅）' },
  { username: 'policy', name: '褚政策', role: '政策管理' },
  { username: 'policy2', name: '尤政策', role: '政策管理（第二人）' },
  { username: 'system', name: '卫系统', role: '系统管理员' },
  { username: 'security', name: '蒋安全', role: '安全管理员' },
  { username: 'audit', name: '沈审计', role: '审计管理员' },
] as const;
export type DemonstrationLogin = (typeof DEMONSTRATION_LOGINS)[number]['username'] | `expert${number}`;

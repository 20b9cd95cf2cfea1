import type { PermissionRow } from '../types.ts';

/** What is asked of registers outside, by the person only and with consent each time. */
export const registerRows = [
  {
    action: 'register.read',
    relation: 'applicant',
    stages: 'any',
    fields: 'all',
    source: 'ZJ-2022 七(三)、七(四)：能自动提取的由系统提取',
  },
  {
    action: 'register.ask',
    relation: 'applicant',
    stages: 'any',
    fields: 'all',
    source: '个人信息保护法第13条、第23条：向其他处理者查询须本人同意',
  },
] as const satisfies readonly PermissionRow[];

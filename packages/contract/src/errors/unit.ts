import type { ErrorDefinitions } from './types.ts';

export const unitErrors = {
  UNIT_OWN_CASE: { status: 403, message: '不能办理本人的材料', what: '请由本单位其他经办人办理。' },
  UNIT_UNSTAFFED: {
    status: 422,
    message: '单位在平台上没有可以办理的经办人（您本人除外）',
    what: '请单位授权一名人员办理“登记用人单位”并附授权书，审核后即为经办人；本人是唯一经办人的，先邀请另一名经办人。单位不办理的，可以改由人事代理机构办理。',
  },
  UNIT_ROWS_UNVERIFIED: {
    status: 422,
    message: '还有所选材料没有核验',
    what: '请先到人员与档案核验中逐项核验；属实的确认，不属实的退回。',
  },
  UNIT_ATTESTATION_DENIED: {
    status: 422,
    message: '单位证明中有不属实的必要项目，不能审核通过',
    what: '请退回本人并写明理由；证明有误的，先到人员与档案核验中更正。',
  },
  UNIT_ATTESTATION_MISSING: {
    status: 422,
    message: '还有必要的单位证明没有作出',
    what: '请到人员与档案核验中逐项作出单位证明。',
  },
  RANKING_INCOMPLETE: {
    status: 409,
    message: '参加考评的人员有变化',
    what: '请刷新页面，对现在等待考评的全部人员重新排序。',
  },
  SEAL_ASSIGNED: {
    status: 409,
    message: '已经确定由哪个部门审核',
    what: '请刷新页面查看；审核部门认为不归其办理的，由该部门交回后再改派。',
  },
  ROSTER_INCOMPLETE: {
    status: 422,
    message: '还有人员的材料不齐全',
    what: '请按列出的缺项补齐以后再打印；Excel 花名册可以先导出核对。',
  },
} as const satisfies ErrorDefinitions;

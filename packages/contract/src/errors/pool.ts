import type { ErrorDefinitions } from './types.ts';

export const poolErrors = {
  TERM_TOO_LONG: { status: 422, message: '聘期不正确', what: '请填写晚于聘任日期、最长三年的聘期。' },
  FILING_INVALID: {
    status: 422,
    message: '备案信息不符合规定',
    what: '评委会人数应为单数，副高、正高不少于11人；备案有效期最长三年。请核对后再登记。',
  },
  FILING_NUMBER_TAKEN: { status: 409, message: '这个备案文号已登记', what: '请核对文号。' },
  FILING_EXPIRED: {
    status: 409,
    message: '评委会备案已过有效期',
    what: '请重新办理核准备案后再抽取；过期评审的结果不予承认。',
  },
  FILING_OUT_OF_SCOPE: {
    status: 422,
    message: '超出评委会的备案范围',
    what: '请选择备案的专业和层级范围内的申报，或另建会议。',
  },
  CHAIR_NOT_IN_POOL: { status: 422, message: '主任委员不在专家库中', what: '请先把主任委员登记入库。' },
} as const satisfies ErrorDefinitions;

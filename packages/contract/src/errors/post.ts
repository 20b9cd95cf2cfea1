import type { ErrorDefinitions } from './types.ts';

export const postErrors = {
  POST_NOT_RECORDED: {
    status: 422,
    message: '还没有登记本次申报占用的岗位',
    what: '请登记占用哪一级空缺岗位，或者写明不占用的原因。',
  },
  POST_NO_VACANCY: {
    status: 422,
    message: '这一级没有空缺岗位',
    what: '请核对岗位数额和在聘人数；确需申报的，写明不占用岗位的原因。',
  },
  POST_REASON_MISSING: { status: 422, message: '没有写明不占用岗位的原因', what: '请写明原因。' },
  POST_PERIOD: { status: 422, message: '聘任期间有误', what: '请核对开始和结束日期；同一人的聘任期间不能重叠。' },
  POST_MEMBER_UNKNOWN: { status: 422, message: '这个人不是本单位人员', what: '请从本单位人员中选择。' },
  POST_ENDED: { status: 409, message: '这次聘任已经结束', what: '请刷新页面查看。' },
  SELF_APPOINTED: { status: 409, message: '已经登记过自主聘任', what: '请查看已有的登记。' },
  SELF_APPOINTMENT_ENTERPRISE: {
    status: 422,
    message: '只有企业可以自主聘任',
    what: '事业单位和社会组织的人员请按评审计划申报。',
  },
} as const satisfies ErrorDefinitions;

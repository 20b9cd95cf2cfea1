import type { ErrorDefinitions } from './types.ts';

export const membershipErrors = {
  REGISTRATION_LIMIT: {
    status: 429,
    message: '暂时不能再注册',
    what: '请用已经注册的账户登录；忘记密码的，请联系单位经办人或平台管理员重置。',
  },
  UNIT_REGISTERED: {
    status: 409,
    message: '这个统一社会信用代码已经登记',
    what: '请联系该单位的经办人，由其邀请您为经办人；需要变更登记的，联系审核部门。没有经办人的单位可以重新登记。',
  },
  UNIT_REGISTRATION_WAITING: {
    status: 409,
    message: '这个单位的登记申请正在审核',
    what: '请等待审核结果；由您提出的，可以先撤回再重新申请。',
  },
  REGISTRATION_DECIDED: { status: 409, message: '这份登记申请已经办理', what: '请刷新页面，查看办理结果。' },
  ALREADY_MEMBER: {
    status: 409,
    message: '您现在已属于一个用人单位',
    what: '同一时间只能属于一个单位。请先办理离开原单位，再申请加入。',
  },
  JOINING_WAITING: { status: 409, message: '您已有一份加入申请在等待', what: '请等待单位办理，或先撤回。' },
  JOINING_DECIDED: { status: 409, message: '这份加入申请已经办理', what: '请刷新页面，查看办理结果。' },
  EMPLOYER_MISSING: {
    status: 422,
    message: '请填写实际工作的单位',
    what: '由人事代理机构办理的，请写明实际工作的单位；自由职业的写“自由职业”。',
  },
  NOT_MEMBER: { status: 409, message: '现在不属于用人单位', what: '请先申请加入用人单位。' },
  MEMBERSHIP_CASE_RUNNING: {
    status: 409,
    message: '还有申报在办理',
    what: '请先办结或撤回在办的申报，再办理离开单位。',
  },
  LEAVING_DATE: { status: 422, message: '离开日期不正确', what: '请填写不早于加入日期、不晚于今天的日期。' },
  JOINING_DATE: { status: 422, message: '加入日期不正确', what: '请填写不早于离开上一个单位、不晚于今天的日期。' },
  IDENTITY_TWICE: {
    status: 409,
    message: '这个身份证号码已有经过核对的账户',
    what: '请本人用原来的账户登录后申请加入；确有疑问的，请联系平台系统管理员核对。',
  },
  INVITATION_OVER: { status: 410, message: '邀请已失效', what: '邀请只能用一次，七天内有效。请单位重新邀请。' },
  INVITATION_OTHER_NAME: {
    status: 403,
    message: '这份邀请是发给另一个人的',
    what: '请用被邀请人本人的账户登录；姓名写错的，请单位重新邀请。',
  },
  STAFF_LAST: { status: 409, message: '单位至少要有一名经办人', what: '请先邀请另一名经办人。' },
  UNIT_ENDED: { status: 409, message: '这个单位已撤销或并入其他单位', what: '请查找承接它的单位。' },
  UNIT_CHANGE_DATE: {
    status: 422,
    message: '生效日期不正确',
    what: '请填写不晚于今天、不早于这个单位上一次变更的日期。',
  },
  UNIT_SUCCESSOR: { status: 422, message: '不能并入这个单位', what: '请选择另一个仍然存在的单位。' },
  UNIT_CASES_RUNNING: {
    status: 409,
    message: '这个单位还有正在办理的申报',
    what: '请先办结这些申报；有单位承接的，请登记为并入那个单位。',
  },
} as const satisfies ErrorDefinitions;

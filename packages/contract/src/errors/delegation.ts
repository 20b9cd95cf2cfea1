import type { ErrorDefinitions } from './types.ts';

export const delegationErrors = {
  DELEGATION_NOT_HELD: {
    status: 422,
    message: '您不担任这个身份，或是代别人办理的',
    what: '请只委托、移交本人担任的身份；代别人办理的不能再转委托。',
  },
  DELEGATION_DAYS: {
    status: 422,
    message: '委托的日期不合要求',
    what: '请重新填写：起始日期不早于今天、不晚于结束日期，一次最长 180 天；期满可以再委托。',
  },
  DELEGATION_OVER: {
    status: 410,
    message: '这个链接已经失效',
    what: '链接只能用一次、7 天内有效，委托人也可能已收回。请联系委托人重新办理。',
  },
  DELEGATION_OTHER_NAME: {
    status: 403,
    message: '这个链接是给别人的',
    what: '只有链接上写明的本人可以接受。请用本人的账户登录；姓名写错的，请委托人重新办理。',
  },
  DELEGATION_HELD_ALREADY: {
    status: 409,
    message: '您已担任这个身份，不需要委托',
    what: '您可以直接办理。需要减少经办人的，请管理员结束对方的身份。',
  },
  DELEGATION_ADMINISTRATOR: {
    status: 422,
    message: '系统、安全、审计管理员不能代办业务',
    what: '三员分立，管理员不办理评审业务。请委托给别的同事。',
  },
  DELEGATION_TWO_SIDES: {
    status: 422,
    message: '您在同一组建单位担任专家、主任委员或监督，不能代办',
    what: '评审、监督与办公室的工作须由不同的人担任。请委托人另选同事。',
  },
  DELEGATION_ENDED: { status: 409, message: '这项委托已经结束', what: '请刷新页面查看现在的委托。' },
  SAME_PERSON_BY_DELEGATION: {
    status: 422,
    message: '须由两人办理：您正在代提出的人办理，或他正在代您办理',
    what: '请由与这项委托无关的另一位工作人员复核。',
  },
} as const satisfies ErrorDefinitions;

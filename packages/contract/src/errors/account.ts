import type { ErrorDefinitions } from './types.ts';

export const accountErrors = {
  LOGIN_FAILED: { status: 401, message: '用户名或密码不正确', what: '请检查后再试；连续5次不正确将锁定15分钟。' },
  ACCOUNT_LOCKED: { status: 423, message: '账户已暂时锁定', what: '请15分钟后再试，或联系管理员。' },
  PASSWORD_WEAK: { status: 422, message: '密码太容易被猜到', what: '请使用更长、更不常见的密码。' },
  PASSWORD_WRONG: { status: 422, message: '原密码不正确', what: '请重新输入原密码。' },
  SECOND_FACTOR_NEEDED: { status: 401, message: '请输入验证码', what: '请打开身份验证器，输入现在显示的六位数字。' },
  CODE_WRONG: {
    status: 422,
    message: '验证码不正确',
    what: '请输入身份验证器现在显示的六位数字，每个只能用一次；手机时间须准确。也可以用恢复码。',
  },
  CHALLENGE_OVER: { status: 410, message: '等待时间过长', what: '请重新输入密码登录。' },
  SECOND_FACTOR_ON: { status: 409, message: '两步验证已经开启', what: '需要更换的，请先关闭再重新设置。' },
  SECOND_FACTOR_OFF: { status: 409, message: '两步验证还没有开启', what: '请先扫描二维码设置。' },
  SECOND_FACTOR_REQUIRED: {
    status: 409,
    message: '您的身份必须使用两步验证',
    what: '更换手机的，请用恢复码登录后联系安全管理员重置，再重新设置。',
  },
  SIGN_ON_UNAVAILABLE: { status: 503, message: '统一身份认证暂时不可用', what: '请稍后再试，或用密码登录。' },
  SIGN_ON_FAILED: {
    status: 401,
    message: '统一身份认证没有完成',
    what: '请回到登录页重新开始，在同一个浏览器中完成。',
  },
  SIGN_ON_UNKNOWN: {
    status: 401,
    message: '这个统一身份还没有关联账户',
    what: '请用原来的账户登录，或注册账户；登录后自动关联，以后可以直接用统一身份登录。',
  },
  SIGN_ON_TAKEN: {
    status: 409,
    message: '这个统一身份已关联另一个账户',
    what: '请用那个账户登录，或先在那里解除关联。',
  },
  USERNAME_TAKEN: { status: 409, message: '用户名已被使用', what: '请换一个用户名。' },
  ID_NUMBER_INVALID: { status: 422, message: '身份证号码不正确', what: '请核对18位号码，末位是校验码。' },
  ID_NUMBER_TAKEN: { status: 409, message: '这个身份证号码已有账户', what: '请查找已有的账户，给它增加身份。' },
  CREDIT_CODE_INVALID: { status: 422, message: '统一社会信用代码不正确', what: '请核对18位代码，末位是校验码。' },
  ORGANISATION_EXISTS: { status: 409, message: '这个单位或机构已登记', what: '请在列表中查找。' },
  RELATION_MISMATCH: { status: 422, message: '身份与单位或机构不相符', what: '请选择对应类别的单位或机构。' },
  RELATION_EXISTS: { status: 409, message: '已有这个身份', what: '不需要再次增加；要更换的，请先结束原有的身份。' },
  ADMINISTRATORS_APART: {
    status: 409,
    message: '三员分立：一个人不能兼任两种管理员',
    what: '系统、安全、审计管理员须是三个人，请为另一人登记。',
  },
  NOT_FOR_ONESELF: { status: 422, message: '不能为自己办理', what: '请由另一位管理员办理。' },
  CLOCK_ONLY_IN_DEMONSTRATION: {
    status: 422,
    message: '只有演示平台可以设定起始的业务时间',
    what: '请去掉起始业务时间再登记。',
  },
  CLOCK_BACKWARDS: { status: 422, message: '业务时间只能向后移动', what: '请选择晚于当前业务时间的时刻。' },
} as const satisfies ErrorDefinitions;

import type { ErrorDefinitions } from './types.ts';

export const accountErrors = {
  LOGIN_FAILED: { status: 401, message: '用户名或密码不正确', what: '请检查后再试；连续5次不正确将锁定15分钟。' },
  ACCOUNT_LOCKED: { status: 423, message: '账户已暂时锁定', what: '请15分钟后再试，或联系管理员。' },
  PASSWORD_WEAK: { status: 422, message: '密码太容易被猜到', what: '请使用更长、更不常见的密码。' },
  PASSWORD_WRONG: { status: 422, message: '原密码不正确', what: '请重新输入原密码。' },
  USERNAME_TAKEN: { status: 409, message: '用户名已被使用', what: '请换一个用户名。' },
  CLOCK_BACKWARDS: { status: 422, message: '业务时间只能向后移动', what: '请选择晚于当前业务时间的时刻。' },
} as const satisfies ErrorDefinitions;

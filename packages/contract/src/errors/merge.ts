import type { ErrorDefinitions } from './types.ts';

export const mergeErrors = {
  ACCOUNT_MERGED: {
    status: 409,
    message: '这个账户已并入同一人的另一个账户',
    what: '请用保留的账户登录；忘记登录名的，请联系平台安全管理员。',
  },
  MERGE_PROOF_FAILED: {
    status: 422,
    message: '另一个账户的登录名或密码不正确',
    what: '请检查后再试；连续5次不正确，那个账户将锁定15分钟。忘记密码的，请联系平台安全管理员重置。',
  },
  MERGE_SAME_ACCOUNT: {
    status: 422,
    message: '这就是您现在登录的账户',
    what: '请填写另一个账户的登录名和密码。',
  },
  MERGE_SIGN_ON_UNKNOWN: {
    status: 422,
    message: '这个统一身份没有关联别的账户',
    what: '请用另一个账户的登录名和密码办理；只想关联统一身份的，在“账户安全”中办理。',
  },
  MERGE_DIFFERENT_NUMBER: {
    status: 422,
    message: '两个账户登记的身份证号码不同',
    what: '只有同一人的账户可以合并。号码登记错的，请先在“我的信息与隐私”中请求更正。',
  },
  MERGE_DIFFERENT_NAME: {
    status: 422,
    message: '两个账户登记的姓名不同',
    what: '只有同一人的账户可以合并。姓名登记错或依法变更的，请先在“我的信息与隐私”中请求更正。',
  },
  MERGE_OPEN: {
    status: 409,
    message: '其中一个账户有等待确认的合并申请',
    what: '请先撤回那一件，或等它办完。',
  },
  MERGE_OVER: {
    status: 409,
    message: '这件合并申请已经办完、撤回或过期',
    what: '请刷新页面；仍要合并的，请重新证明另一个账户是本人的。',
  },
  MERGE_BARRED: {
    status: 422,
    message: '现在不能合并',
    what: '请按页面上列出的每一项办理后再试。',
  },
} as const satisfies ErrorDefinitions;

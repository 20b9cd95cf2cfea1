import type { ErrorDefinitions } from './types.ts';

export const policyErrors = {
  POLICY_ALREADY_APPROVED: { status: 409, message: '您已批准过这个版本', what: '请由另一位政策管理人员批准。' },
  POLICY_CHANGED: { status: 409, message: '版本内容与您看到的不同', what: '请刷新页面，核对内容散列后再批准。' },
  POLICY_ALREADY_THERE: { status: 409, message: '已有内容相同的版本', what: '请在版本列表里找到它，直接批准或比较。' },
  POLICY_NOT_LOADABLE: { status: 422, message: '换用解读后标准不能装载', what: '请按列出的问题改选，或修改政策文件。' },
  POLICY_NOT_A_PLAN: { status: 409, message: '只有年度计划可以这样办理', what: '请选择一个年度计划的版本。' },
  POLICY_NOT_A_STANDARD: { status: 409, message: '只有评审标准可以这样办理', what: '请选择一个评审标准的版本。' },
  POLICY_WITHOUT_SOURCE: {
    status: 409,
    message: '这个版本没有保存它的源文件',
    what: '请用命令 zhiping policy import 重新导入政策文件。',
  },
  POLICY_LEVEL_UNSHARED: { status: 422, message: '两个版本没有这一共同的层级', what: '请选择两边都有的层级。' },
  POLICY_TEXT_WITHOUT_NUMBERS: {
    status: 422,
    message: '原文里没有找到印刷编号',
    what: '请粘贴文件全文，每个编号（一、（一）1.）另起一行。',
  },
  CALENDAR_INVALID: {
    status: 422,
    message: '工作日表前后矛盾',
    what: '请按列出的问题对照放假通知修改。',
  },
} as const satisfies ErrorDefinitions;

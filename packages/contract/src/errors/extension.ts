import type { ErrorDefinitions } from './types.ts';

export const extensionErrors = {
  EXTENSION_EARLIER: {
    status: 422,
    message: '延期后的截止日须晚于原来的截止日，也不能早于今天',
    what: '请重新选择日期。',
  },
  EXTENSION_CONFLICT: {
    status: 422,
    message: '延期后，计划的其他时间会前后矛盾',
    what: '请先延长在它之后截止的时间窗口，例如先延长单位报送，再延长个人申报。',
  },
  EXTENSION_OPEN: { status: 409, message: '这个时间窗口已有一项延期在等待批准', what: '请先批准或否决那一项。' },
  EXTENSION_SAME_PERSON: { status: 422, message: '提出的人不能自己批准', what: '请由另一位工作人员或监督人员批准。' },
  EXTENSION_DECIDED: { status: 409, message: '这项延期已经办理', what: '请刷新页面，查看结果。' },
} as const satisfies ErrorDefinitions;

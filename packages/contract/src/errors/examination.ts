import type { ErrorDefinitions } from './types.ts';

export const examinationErrors = {
  RESULT_LIST_CHANGED: {
    status: 409,
    message: '名单或平台上的人员在预览之后有变化',
    what: '请重新预览，核对后再导入。',
  },
  RESULT_LIST_EMPTY: {
    status: 422,
    message: '名单中没有能读入的行',
    what: '请按预览中写明的问题改正文件，再导入。',
  },
} as const satisfies ErrorDefinitions;

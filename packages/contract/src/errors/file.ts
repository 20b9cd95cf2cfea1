import type { ErrorDefinitions } from './types.ts';

export const fileErrors = {
  FILE_MISSING: { status: 422, message: '没有收到文件', what: '请选择一个文件后再上传。' },
  FILE_EMPTY: { status: 422, message: '文件是空的', what: '请检查文件后重新选择。' },
  FILE_TYPE: { status: 415, message: '不支持这种文件', what: '请上传 PDF、JPG 或 PNG 文件；其他格式请先转换。' },
  FILE_TOO_LARGE: { status: 413, message: '文件太大', what: '请压缩后再上传，单个文件不超过20兆。' },
  FILE_BROKEN: { status: 422, message: '文件不完整或已损坏', what: '请在电脑上打开检查，重新导出后再上传。' },
  FILE_LOCKED: { status: 422, message: '文件有打开密码', what: '请去掉密码、重新导出后再上传。' },
  FILE_ACTIVE: {
    status: 422,
    message: '文件里含有脚本或附件',
    what: '请用“打印为 PDF”重新导出，不要带附件和脚本，再上传。',
  },
  FILE_DESTROYED: {
    status: 410,
    message: '这份文件已按保存期限销毁',
    what: '文件的名称和销毁的日期仍有记录，内容不能恢复；仍需要的，请本人重新提供。',
  },
  UPLOAD_INCOMPLETE: {
    status: 409,
    message: '文件还没有全部收到',
    what: '请继续上传；仍不成功的，重新选择这个文件。',
  },
  UPLOAD_OFFSET: {
    status: 409,
    message: '这一段与已收到的接不上',
    what: '请从已收到处继续；页面会自动处理，仍不成功的，重新选择这个文件。',
  },
  UPLOAD_TOO_MANY: {
    status: 429,
    message: '未完成的上传太多',
    what: '请先完成正在上传的文件，再选择其他文件。',
  },
  FORM_NOT_YET: {
    status: 409,
    message: '这份表格现在还不能打印',
    what: '请等申报进行到计划规定的环节后再打印；进程页写明现在在等什么。',
  },
  SPREADSHEET_TOO_LARGE: {
    status: 422,
    message: '表格太大',
    what: '一张表最多 5000 行、100 列；请分成几份后再导入。',
  },
} as const satisfies ErrorDefinitions;

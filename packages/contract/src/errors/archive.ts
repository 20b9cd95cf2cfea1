import type { ErrorDefinitions } from './types.ts';

export const archiveErrors = {
  ARCHIVE_CONFLICT: {
    status: 409,
    message: '同一处内容在别处也改过',
    what: '请对照两处内容，选择保留哪一个后再保存。',
  },
  ARCHIVE_ROW_STATE: { status: 409, message: '这一项现在不能这样办理', what: '请刷新页面，查看它现在的状态。' },
  ARCHIVE_BASICS_FOREIGN: {
    status: 409,
    message: '基本信息与账户本人不一致',
    what: '请退回本人修改：姓名、证件号码应与账户登记的一致；姓名有变更的，先由本人提出更正。',
  },
  ARCHIVE_INCOMPLETE: { status: 422, message: '还有内容没有填写', what: '请按各项提示补充后再提交核验。' },
  ARCHIVE_KIND_ONCE: { status: 409, message: '这一类只能有一项', what: '请修改已有的一项。' },
  ARCHIVE_NO_UNIT: {
    status: 422,
    message: '您还没有加入用人单位',
    what: '请联系单位人事部门，把您加入本单位后再提交核验。',
  },
  ARCHIVE_IMPORT: {
    status: 422,
    message: '文件中有内容不能导入',
    what: '请按各项提示修改文件后重新选择；没有写入任何内容。',
  },
  ARCHIVE_SHEET: {
    status: 422,
    message: '没有找到可以导入的内容',
    what: '请用本页下载的模板填写，不要改动表名和第一行的列名。',
  },
  EVIDENCE_NOT_PICTURE: {
    status: 422,
    message: '只有图片可以转动和合成',
    what: '请选择 JPG 或 PNG 图片；PDF 文件请在电脑上调整后重新上传。',
  },
  EVIDENCE_JOIN: {
    status: 422,
    message: '这些图片不能一次合成',
    what: '一次可合成 2 至 20 张图片，合计不超过 80 兆；请分几次合成。',
  },
  ARCHIVE_FULL: {
    status: 422,
    message: '这一项的佐证材料已达上限',
    what: '请移去不需要的文件，或合并为一个文件后再上传。',
  },
} as const satisfies ErrorDefinitions;

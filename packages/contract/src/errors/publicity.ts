import type { ErrorDefinitions } from './types.ts';

export const publicityErrors = {
  PUBLICITY_INCOMPLETE: {
    status: 422,
    message: '还不能生成公示文件',
    what: '请先补齐页面列出的内容；个人情况和业绩由申报人填写、单位核验。',
  },
  PUBLICITY_ENDED: {
    status: 422,
    message: '公示期已满或公示已撤下',
    what: '如有新的情况，请直接与公示单位或评委会办公室联系。',
  },
  PUBLICITY_PROOF_MISSING: {
    status: 422,
    message: '还没有上传规定的公示证明',
    what: '请先上传列出的公示证明，再推荐申报。',
  },
  PUBLICITY_PROOFS_FULL: {
    status: 422,
    message: '公示证明已经太多',
    what: '一次公示最多 20 份证明，请先撤下传错的。',
  },
  OBJECTION_PLACE: { status: 422, message: '没有说明对哪一位提出异议', what: '请选择公示名单中的一位。' },
  OBJECTION_ROWS: {
    status: 422,
    message: '所选业绩不能剔除',
    what: '请只在异议成立时剔除，并从本次公示的业绩中选择。',
  },
  DOCUMENT_CHARACTERS: {
    status: 422,
    message: '有字打印不出来',
    what: '现有字体缺少列出的字，请联系系统管理员安装生僻字字体后再试。',
  },
} as const satisfies ErrorDefinitions;

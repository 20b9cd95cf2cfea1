import type { ErrorDefinitions } from './types.ts';

/** Letters of experts, and pledges signed by hand. */
export const endorsementErrors = {
  ENDORSEMENT_NOT_ASKED: {
    status: 422,
    message: '这种申报方式不需要这种专家材料',
    what: '请核对申报方式；需要评议的，请先选定要评议的业绩。',
  },
  ENDORSER_UNFIT: {
    status: 422,
    message: '专家的职称、专业或年限不符合标准的要求',
    what: '请核对所填内容；确实不符合的，请申报人另请符合条件的专家。',
  },
  ENDORSER_SAME: {
    status: 409,
    message: '同一位专家已经出具过',
    what: '须由不同的专家分别出具，请另请一位专家。',
  },
  ENDORSER_SELF: { status: 422, message: '不能由申报人本人出具', what: '请另请符合条件的专家。' },
  LINK_UNUSABLE: {
    status: 410,
    message: '链接不完整，或者已经使用过、已取消、已过期',
    what: '请重新打开收到的完整链接或重新扫码；仍打不开的，请与申报人联系，由申报人重新发出。',
  },
  NOT_PLEDGED: { status: 422, message: '没有作出承诺', what: '请阅读承诺并勾选，再签名提交。' },
  SIGNATURE_MISSING: { status: 409, message: '承诺还没有签名', what: '请先签名，签名之后才能查看。' },
  SIGNATURE_NOT_PICTURE: { status: 422, message: '签名须为图片', what: '请在签名框内手写签名后再提交。' },
} as const satisfies ErrorDefinitions;

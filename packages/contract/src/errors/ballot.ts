import type { ErrorDefinitions } from './types.ts';

export const ballotErrors = {
  ROUND_EXISTS: {
    status: 409,
    message: '已有一轮表决',
    what: '每次会议只表决一轮；确需重来，请由主任委员提议、监督员同意作废后再建立。',
  },
  REVIEW_INCOMPLETE: {
    status: 409,
    message: '还有申报没有评议组意见或答辩登记',
    what: '请补齐每份申报由至少三位专家签名的意见；需要答辩的，请登记到场或缺席。',
  },
  KEYS_MISSING: {
    status: 409,
    message: '表决密钥还没有准备好',
    what: '请主任委员和监督员先在各自的页面上生成密钥。',
  },
  KEY_HELD: { status: 409, message: '密钥已经交存', what: '密钥不能更换；如已遗失，请作废本轮后重新建立。' },
  NO_QUORUM: {
    status: 409,
    message: '出席人数不足法定人数',
    what: '出席人数须达到评审计划规定的比例。请等待更多专家签到，或改期。',
  },
  ROUND_NOT_OPEN: { status: 409, message: '现在不能投票', what: '投票已截止或尚未开始，请查看表决页面。' },
  NOT_ATTENDING: {
    status: 403,
    message: '您没有签到，不能投票',
    what: '请先到会签到；未出席的专家不能投票，也不能委托他人或会后补投。',
  },
  ENVELOPES_CHANGED: {
    status: 409,
    message: '密封选票与截止时公布的摘要不符',
    what: '请不要开票；由主任委员和监督员作废本轮，并查明原因。',
  },
  ENVELOPE_WRONG: { status: 422, message: '选票格式不正确', what: '请刷新页面后重新投票。' },
  SHARES_WRONG: {
    status: 422,
    message: '两把密钥打不开选票',
    what: '请核对主任委员和监督员的密钥；确已遗失的，作废本轮后重新表决。',
  },
  VOID_NOT_PROPOSED: { status: 409, message: '主任委员没有提议作废', what: '请先由主任委员提议作废，再由监督员同意。' },
} as const satisfies ErrorDefinitions;

import type { ErrorDefinitions } from './types.ts';

export const packetErrors = {
  FACTORS_WRONG: { status: 422, message: '评分项目不完整或超出范围', what: '请按评分表逐项填写，合计不超过100分。' },
  DEFENCE_NOT_HELD: { status: 409, message: '申报人没有到场答辩', what: '请先登记到场，再填写答辩评分。' },
  OPINION_MISSING: { status: 409, message: '还没有评议组意见', what: '请先由一位专家起草意见。' },
} as const satisfies ErrorDefinitions;

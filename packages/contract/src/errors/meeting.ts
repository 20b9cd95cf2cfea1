import type { ErrorDefinitions } from './types.ts';

export const meetingErrors = {
  NO_PLAN: { status: 409, message: '还没有发布评审计划', what: '请先由政策管理发布年度评审计划。' },
  NO_CASES: { status: 409, message: '会议中还没有申报', what: '请先把等待上会的申报编入会议。' },
  CASE_NOT_READY: { status: 409, message: '有申报不在等待上会环节', what: '请刷新列表，只选择等待上会的申报。' },
  DRAW_OPEN: {
    status: 409,
    message: '上一次抽取尚未完成',
    what: '请先完成上一次抽取；已编号的抽取不能撤销。',
  },
  DRAW_NUMBER_STALE: { status: 409, message: '抽取编号已变化', what: '请刷新页面，用新的编号重新生成承诺值。' },
  DRAW_REVEAL_WRONG: {
    status: 422,
    message: '公布的内容与事先的承诺不符',
    what: '请核对秘密值和公开随机值；承诺之后不能更换。',
  },
  CHAIR_RECUSED: {
    status: 409,
    message: '主任委员与会议中的申报人应当回避',
    what: '请调整会议的申报，或改用由其他主任委员主持的评委会。',
  },
  SEAT_ANSWERED: { status: 409, message: '邀请已经答复', what: '请刷新页面查看最新状态。' },
  SEATS_OPEN: {
    status: 409,
    message: '还有专家没有答复邀请',
    what: '请等待答复，或由候补专家递补后再冻结案卷。',
  },
  TOO_FEW_EXPERTS: {
    status: 409,
    message: '接受邀请的专家不足法定人数',
    what: '请补充专家后再进行；候补已用完时应重新抽取。',
  },
  DEFENCE_NOT_NEEDED: {
    status: 409,
    message: '这份申报不需要答辩',
    what: '评审计划规定这一层级和申报方式不答辩，请直接办理评审。',
  },
  DEFENCE_NOT_NAMEABLE: {
    status: 409,
    message: '评审计划没有规定这一情形可以指定答辩',
    what: '请刷新页面，只按计划写明由评委会认为需要的情形指定。',
  },
  DEFENCE_NAMED: {
    status: 409,
    message: '这份申报已经按这一情形指定答辩',
    what: '请刷新页面查看已登记的理由。',
  },
} as const satisfies ErrorDefinitions;

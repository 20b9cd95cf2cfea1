import type { ErrorDefinitions } from './types.ts';

export const feeErrors = {
  NO_FEE: {
    status: 422,
    message: '本计划不收评审费',
    what: '不需要缴费，也不需要上传凭证；请查看进程页，了解现在在等什么。',
  },
  FEE_STATE: { status: 409, message: '评审费的状态已经改变', what: '请刷新页面，看清现在的状态后再办理。' },
  FEE_NO_SLIP: {
    status: 422,
    message: '没有可以退回的缴费凭证',
    what: '申报人还没有上传凭证，或已经退回；请刷新页面查看。',
  },
  FEE_AMOUNT: {
    status: 422,
    message: '到账金额与应缴金额不同',
    what: '少缴的请申报人补足，多缴的请退回后重缴，再确认到账。',
  },
  FEE_PAID_LATER: { status: 422, message: '到账日期晚于今天', what: '请填写银行记账的日期。' },
  WAIVER_UNKNOWN: {
    status: 422,
    message: '计划没有这种减免情形',
    what: '请从列出的情形中选择，或选“其他”并写明依据。',
  },
  STATEMENT_UNREADABLE: {
    status: 422,
    message: '这个文件不是能识别的银行流水',
    what: '请从网上银行导出 CSV 文件或 Excel 工作簿，保留含“日期”和“金额”的标题行，再导入。',
  },
  STATEMENT_CHANGED: {
    status: 409,
    message: '核对结果与预览时不同',
    what: '预览以后有人办理了缴费。请重新预览，核对无误后再确认。',
  },
  STATEMENT_KNOWN: {
    status: 422,
    message: '这份流水中没有新的收入',
    what: '其中各笔以前都已导入，不需要再导入；请核对流水的起止日期。',
  },
  PAYMENT_OFF: {
    status: 422,
    message: '没有接通网上支付',
    what: '请按缴费通知转账，并上传转账凭证。',
  },
  PAYMENT_DOWN: {
    status: 503,
    message: '支付平台现在连不上',
    what: '请稍候，平台会自动再试；急着缴费的，可以按缴费通知转账并上传凭证。',
  },
  PAYMENT_REFUSED: {
    status: 503,
    message: '支付平台没有受理',
    what: '请按缴费通知转账；运行单位请核对支付接口的地址、商户号和密钥。',
  },
  PAYMENT_STRANGE: {
    status: 400,
    message: '支付平台的内容不合约定',
    what: '没有办理任何事项。运行单位请按“支付接口”的说明检查对方的内容。',
  },
  PAYMENT_UNSIGNED: {
    status: 401,
    message: '支付通知的签名不对或已过时',
    what: '没有办理任何事项。请核对密钥和双方的时钟，重新签名后再发。',
  },
  PAYMENT_REPLAYED: {
    status: 409,
    message: '这份支付通知已经收过',
    what: '不会重复办理。要再通知的，请用新的随机数重新签名。',
  },
  PAYMENT_NOT_REFUNDABLE: {
    status: 409,
    message: '这笔款项现在不能退',
    what: '已入账的评审费在申报结束后才能退；已申请退款的请等待结果。请刷新页面查看。',
  },
  FEE_PAID_ONLINE: {
    status: 422,
    message: '这笔评审费是网上支付的',
    what: '请在“网上支付”中退款，由支付平台退回付款人，不要另行转账。',
  },
  ENTRY_SETTLED: { status: 409, message: '这笔流水已经办理', what: '请刷新页面，查看它归到了哪一件申报。' },
} as const satisfies ErrorDefinitions;

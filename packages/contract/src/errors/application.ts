import type { ErrorDefinitions } from './types.ts';

/** Refusals of the process; `details.words` says the particulars. */
export const applicationErrors = {
  ACTION_NOT_IN_STAGE: {
    status: 409,
    message: '现在的环节不能进行这项操作',
    what: '请刷新页面，查看现在在等什么、由谁办理。',
  },
  ACTION_NOT_YOURS: { status: 403, message: '这项操作不由您办理', what: '请查看现在由谁办理。' },
  WINDOW_NOT_OPEN: { status: 422, message: '还没有到办理时间', what: '请在开放后办理；已填写的内容都已保存。' },
  DEADLINE_PASSED: { status: 422, message: '办理期限已过', what: '按评审计划不再受理；如有疑问请联系评委会办公室。' },
  DEADLINE_NOT_REACHED: { status: 422, message: '期限还没有到', what: '请在期限届满后再办理。' },
  SUBMISSIONS_USED_UP: {
    status: 422,
    message: '提交次数已经用完',
    what: '确有理由的，请联系评委会办公室；办公室写明理由后可以增加一次。',
  },
  SUBMISSIONS_LEFT: { status: 422, message: '还有提交机会', what: '不需要增加提交次数，请申报人直接提交。' },
  SUBMISSIONS_UNLIMITED: {
    status: 422,
    message: '本计划没有限制提交次数',
    what: '不需要增加提交次数，请申报人直接提交。',
  },
  ROW_DISPUTED: {
    status: 422,
    message: '所选业绩已因公示异议成立被剔除',
    what: '本次申报不能再选用这项业绩；请选择其他业绩。',
  },
  CHECK_ALREADY_OPENED: {
    status: 409,
    message: '评委会办公室已经开始审核',
    what: '开始审核后不能撤回，请等待审核意见。',
  },
  CHECK_NOT_OPENED: { status: 422, message: '还没有开始审核', what: '请先开始审核，再作出决定。' },
  ITEMS_MISSING: { status: 422, message: '没有列出需要修改的内容', what: '请逐项写明位置、条款、问题和补正办法。' },
  ITEMS_UNDECIDED: {
    status: 422,
    message: '还有内容没有审核意见',
    what: '审核意见须一次列全：请对每一项都作出决定。',
  },
  REASON_MISSING: { status: 422, message: '没有写明理由', what: '请写明理由，申报人会看到。' },
  CONTENT_INCOMPLETE: { status: 422, message: '还有内容没有填好', what: '请按列出的各处补齐后再提交。' },
  COMMITTEE_NOT_CHOSEN: {
    status: 422,
    message: '还没有选择评审委员会',
    what: '请按申报专业选择受理的评审委员会，再报送。',
  },
  COMMITTEE_MISMATCH: {
    status: 422,
    message: '所选评审委员会不受理这个专业',
    what: '请改选受理该专业的评审委员会。',
  },
  CONSENT_MISSING: {
    status: 422,
    message: '还没有取得必要的同意意见',
    what: '请等待业务主管部门答复；取得同意后才能继续。',
  },
  PUBLICITY_ALREADY_STARTED: { status: 409, message: '公示已经开始', what: '请刷新页面查看。' },
  PUBLICITY_NOT_STARTED: { status: 422, message: '公示还没有开始', what: '请先开始公示。' },
  PUBLICITY_RUNNING: { status: 422, message: '公示还没有期满', what: '公示期满之前不能办结，请在期满后再办理。' },
  PUBLICITY_START_IN_PAST: { status: 422, message: '公示开始日期早于今天', what: '请选择今天或以后的日期。' },
  OBJECTION_OPEN: { status: 422, message: '还有异议没有核查完毕', what: '请先核查并答复全部异议。' },
  RESULT_HELD: { status: 422, message: '该结果已暂缓', what: '请先解除暂缓。' },
  RESULT_NOT_HELD: { status: 422, message: '该结果没有暂缓', what: '请刷新页面查看。' },
  NOT_OVERDUE: { status: 422, message: '还没有逾期', what: '期限届满以后才能这样办理，请到期后再试。' },
  FIELD_CONFLICT: {
    status: 409,
    message: '同一处内容在别处也改过',
    what: '请在两个内容中选一个；您写的内容仍在本页。',
  },
  UNIT_UNKNOWN: { status: 422, message: '还没有关联用人单位', what: '请先由用人单位确认您的人事关系，再建立申报。' },
  BASICS_NOT_VERIFIED: {
    status: 422,
    message: '档案的基本信息还没有经单位核验',
    what: '请在业绩档案中填好基本信息并提交核验；用人单位核验后即可建立申报。',
  },
  PLAN_UNKNOWN: { status: 422, message: '没有这个评审计划', what: '请从列出的计划中选择。' },
  LEVEL_NOT_OFFERED: { status: 422, message: '这个专业不评这个层级', what: '请选择该专业开设的层级。' },
  COMMITTEE_ELSEWHERE: {
    status: 422,
    message: '这项申报不由本评委会受理',
    what: '请向列出的评委会申报，或向评委会办公室咨询。',
  },
  ROUTE_NOT_OPEN: { status: 422, message: '这个层级不能用这种方式申报', what: '请改选列出的其他申报方式。' },
  ROUTE_WITHOUT_COMMITTEE: {
    status: 422,
    message: '这种方式不经评审委员会',
    what: '请向列出的单位提出；需要评审的，请改选其他申报方式。',
  },
  CONSENT_FIRST: {
    status: 422,
    message: '须先取得评委会办公室的初步审核同意',
    what: '请先提出申请，写明主要业绩和联系方式；同意后才能用这种方式申报。',
  },
  ENTRUSTMENT_FIRST: {
    status: 422,
    message: '须先办理委托评审',
    what: '请先提出委托评审，依次交来所需书面材料；评委会办公室收到书面反馈并受理后才能申报。',
  },
  STANDARD_NOT_IN_FORCE: {
    status: 422,
    message: '这个专业的评审标准现在不能使用',
    what: '请选择现行标准的专业，或向评委会办公室咨询。',
  },
  APPLICATION_EXISTS: { status: 409, message: '您在这个计划中已有申报', what: '请打开已有的申报继续办理。' },
  NOT_EMPLOYED_HERE: {
    status: 422,
    message: '不在本计划的申报范围内',
    what: '如信息有误，请先更正档案的基本信息，再建立申报。',
  },
} as const satisfies ErrorDefinitions;

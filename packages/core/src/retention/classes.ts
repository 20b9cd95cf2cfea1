/** What the platform keeps about one class of documents, and for how long unless two people said otherwise. */
export interface DocumentClassSpec {
  readonly name: string;
  /** What belongs to it, in words people outside understand. */
  readonly holds: string;
  /** From when the time counts, in words. */
  readonly from: string;
  /** From the day itself, or from the 1 January after it, as archives count. */
  readonly counts: 'day' | 'new-year';
  /** Months it is kept; null for ever. */
  readonly months: number | null;
  /** Fewest and most months the security administrator may propose. */
  readonly least: number;
  readonly most: number;
  /** Whether it may be kept for ever 永久. */
  readonly forever: boolean;
  /** Destroyed by a list two people agree to, or pruned by itself once it is over. */
  readonly ends: 'list' | 'itself';
  readonly source: string;
}

const MINIMAL = '个人信息保护法第19条、第47条：不超过必要的时间，期满删除';
const CASE_END = '申报办结之日的次年1月1日';
const THIRTY_YEARS = 360;

/** Every class of documents and data that ends, in the order it is shown. What never ends is in {@link KEPT_FOR_EVER}. */
export const DOCUMENT_CLASSES = {
  'archive-removed': {
    name: '移出档案的材料',
    holds: '本人已从业绩档案中删除、从未随申报提交过的证明材料',
    from: '删除之日',
    counts: 'day',
    months: 12,
    least: 3,
    most: 120,
    forever: false,
    ends: 'list',
    source: MINIMAL,
  },
  'evidence-stopped': {
    name: '未通过的申报的证明材料',
    holds: '撤回、不予推荐、不予受理、逾期或评审未通过的申报提交过的证明材料，本人档案里仍保留的不在内',
    from: CASE_END,
    counts: 'new-year',
    months: 24,
    least: 12,
    most: THIRTY_YEARS,
    forever: false,
    ends: 'list',
    source: '行政诉讼法第46条：提起诉讼的期限过后，只留必要的部分；个人信息保护法第19条',
  },
  'evidence-passed': {
    name: '通过的申报的证明材料',
    holds: '已取得职称的申报提交过的证明材料，本人档案里仍保留的不在内',
    from: CASE_END,
    counts: 'new-year',
    months: 120,
    least: 60,
    most: THIRTY_YEARS,
    forever: true,
    ends: 'list',
    source: '评审档案按案卷类型规定保管期限：永久、30年、10年',
  },
  photo: {
    name: '换下的证件照',
    holds: '本人已换下的证件照；随申报提交过的，等该申报办结后起算',
    from: '换下与申报办结中后到之日的次年1月1日',
    counts: 'new-year',
    months: 36,
    least: 12,
    most: 120,
    forever: false,
    ends: 'list',
    source: '个人信息保护法第28条、第29条：敏感个人信息只在必要时处理',
  },
  'signed-passed': {
    name: '通过的申报的签章材料',
    holds: '盖章页、真实性承诺书、专家推荐书和评议书的扫描件',
    from: CASE_END,
    counts: 'new-year',
    months: null,
    least: 120,
    most: THIRTY_YEARS,
    forever: true,
    ends: 'list',
    source: '评审表归入人事档案，长期保存',
  },
  'signed-stopped': {
    name: '未通过的申报的签章材料',
    holds: '盖章页、真实性承诺书、专家推荐书和评议书的扫描件',
    from: CASE_END,
    counts: 'new-year',
    months: 36,
    least: 12,
    most: THIRTY_YEARS,
    forever: false,
    ends: 'list',
    source: MINIMAL,
  },
  consultation: {
    name: '申报前事项的公函',
    holds: '绿色通道、委托评审等申报前事项的函件扫描件',
    from: '答复与有关申报办结中后到之日的次年1月1日',
    counts: 'new-year',
    months: 120,
    least: 24,
    most: THIRTY_YEARS,
    forever: true,
    ends: 'list',
    source: '评审档案按案卷类型规定保管期限：永久、30年、10年',
  },
  'publicity-proof': {
    name: '单位公示的证明',
    holds: '盖章的公示、张贴照片',
    from: CASE_END,
    counts: 'new-year',
    months: 36,
    least: 36,
    most: THIRTY_YEARS,
    forever: false,
    ends: 'list',
    source: '自定：公示证明至少三年，供复核和监督',
  },
  fee: {
    name: '缴费凭证',
    holds: '转账凭证和免缴证明的扫描件',
    from: CASE_END,
    counts: 'new-year',
    months: THIRTY_YEARS,
    least: 60,
    most: THIRTY_YEARS,
    forever: false,
    ends: 'list',
    source: '会计档案管理办法：会计凭证保管30年；另有原件的可缩短，财政票据存根5年',
  },
  'unit-letter': {
    name: '单位登记的公函',
    holds: '单位登记时上传的介绍信或公函',
    from: '审核或撤回之日的次年1月1日',
    counts: 'new-year',
    months: 60,
    least: 12,
    most: THIRTY_YEARS,
    forever: true,
    ends: 'list',
    source: MINIMAL,
  },
  objection: {
    name: '异议人的信息和异议内容',
    holds: '公示期内提出异议的人、联系方式、内容和查核情况；答复和结论另行保留',
    from: '答复之日的次年1月1日',
    counts: 'new-year',
    months: 60,
    least: 24,
    most: 120,
    forever: false,
    ends: 'list',
    source: MINIMAL,
  },
  'privacy-request': {
    name: '个人信息请求',
    holds: '查阅、更正、删除等请求的内容和答复；编号、种类和结果另行保留',
    from: '答复之日',
    counts: 'day',
    months: 36,
    least: 36,
    most: 120,
    forever: false,
    ends: 'list',
    source: '个人信息保护法第56条：处理情况记录至少保存三年',
  },
  'result-line': {
    name: '没有对上的考试成绩',
    holds: '导入的成绩名单里一直没有对上本人的行',
    from: '导入之日的次年1月1日',
    counts: 'new-year',
    months: 36,
    least: 12,
    most: 120,
    forever: false,
    ends: 'list',
    source: MINIMAL,
  },
  'sign-in': {
    name: '登录记录',
    holds: '何时、从哪里登录，成功与否',
    from: '登录之时',
    counts: 'day',
    months: 12,
    least: 6,
    most: 120,
    forever: false,
    ends: 'itself',
    source: '网络安全法第21条：日志留存不少于六个月',
  },
  access: {
    name: '查看个人信息的记录',
    holds: '谁在何时看过谁的档案或号码',
    from: '查看之时',
    counts: 'day',
    months: 36,
    least: 12,
    most: 120,
    forever: false,
    ends: 'itself',
    source: '网络安全法第21条；个人信息保护法第19条',
  },
  delivery: {
    name: '消息发送记录',
    holds: '短信、邮件和站内消息送达与否',
    from: '发送之时',
    counts: 'day',
    months: 12,
    least: 6,
    most: 120,
    forever: false,
    ends: 'itself',
    source: '网络安全法第21条：日志留存不少于六个月',
  },
} as const satisfies Readonly<Record<string, DocumentClassSpec>>;

export type DocumentClass = keyof typeof DOCUMENT_CLASSES;
export const DOCUMENT_CLASS_IDS = Object.keys(DOCUMENT_CLASSES) as readonly DocumentClass[];
export const classSpec = (id: DocumentClass): DocumentClassSpec => DOCUMENT_CLASSES[id];

/** Classes of logs, pruned by themselves. */
export type LogClass = 'sign-in' | 'access' | 'delivery';
/** Classes that end by a destruction list. */
export type ListedClass = Exclude<DocumentClass, LogClass>;
export const isListed = (id: DocumentClass): id is ListedClass => classSpec(id).ends === 'list';

/** What has no end of its own here, and why. */
export const KEPT_FOR_EVER = {
  case: { name: '申报、提交的内容和办理过程', why: '评审档案，长期保存；其中的证明材料按上面各类到期' },
  review: { name: '评审意见、表决、会议纪要和结果', why: '评审档案，长期保存' },
  certificate: { name: '证书', why: '供终身查验' },
  record: { name: '存证记录', why: '只有散列和编号，供核验，不含姓名和号码' },
  archive: { name: '业绩档案', why: '由本人保管，本人删除前一直保留' },
  account: { name: '账户、身份和所在单位', why: '账户存续期间保留，可请求删除' },
  policy: { name: '政策、计划和公告', why: '公开的文件，不含个人信息' },
  office: { name: '办公、财务和监督的登记', why: '机关履行职责的登记，随评审档案保存' },
  short: { name: '登录会话、验证码、未完成的上传和装订结果', why: '几分钟到三天后自动清除' },
} as const;
export type KeptForEver = keyof typeof KEPT_FOR_EVER;

/** Months each class is kept; null for ever. */
export type Periods = Readonly<Record<DocumentClass, number | null>>;

export const DEFAULT_PERIODS: Periods = Object.fromEntries(
  DOCUMENT_CLASS_IDS.map((id) => [id, classSpec(id).months]),
) as Record<DocumentClass, number | null>;

/** Why a period may not be proposed for a class; null where it may. */
export function keepingProblem(
  id: DocumentClass,
  months: number | null,
): 'too-short' | 'too-long' | 'not-forever' | null {
  const { least, most, forever } = classSpec(id);
  if (months === null) return forever ? null : 'not-forever';
  if (months < least) return 'too-short';
  return months > most ? 'too-long' : null;
}

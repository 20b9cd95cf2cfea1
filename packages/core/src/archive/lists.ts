import type { FieldChoice } from './fields.ts';

/**
 * Answers a field offers. Where the dossier has a scale for them the values are its words, so that a verified row needs
 * no translation; `dossier.test.ts` proves it.
 */
const list = <const T extends Readonly<Record<string, string>>>(entries: T): readonly FieldChoice[] =>
  Object.entries(entries).map(([value, label]) => ({ value, label }));

export const SEXES = list({ male: '男', female: '女' });
export const ID_TYPES = list({
  'resident-id': '居民身份证',
  'residence-permit': '港澳台居民居住证',
  'permanent-residence': '外国人永久居留身份证',
  passport: '护照',
});
export const OWNERSHIPS = list({
  'state-enterprise': '国有企业',
  'public-institution': '事业单位',
  'private-enterprise': '民营企业',
  'social-organisation': '社会组织',
  government: '机关',
  none: '无（自由职业）',
});
export const AFFILIATIONS = list({
  central: '中央单位',
  provincial: '省属',
  city: '市属',
  county: '县（区）属',
  private: '民营',
  'other-province': '外省市所属',
});
export const EMPLOYMENTS = list({
  employee: '在职在岗',
  freelancer: '自由职业',
  retired: '离退休',
  'civil-servant': '公务员',
});
export const EDUCATIONS = list({
  doctor: '博士研究生',
  master: '硕士研究生',
  bachelor: '大学本科',
  college: '大学专科',
  secondary: '中等职业学校',
  'technician-school': '技工院校',
});
export const TECHNICIAN_CLASSES = list({
  technician: '预备技师（技师）班',
  advanced: '高级工班',
  intermediate: '中级工班',
});
export const DEGREES = list({
  doctor: '博士学位',
  master: '硕士学位',
  'second-bachelor': '第二学士学位',
  bachelor: '学士学位',
});
/** How near something is to the specialty applied for; `unsure` leaves it to the reviewers. */
export const RELATIONS_TO_SPECIALTY = list({
  same: '本专业',
  near: '相近专业',
  other: '其他专业',
  unsure: '由审核人员认定',
});
export const TITLE_LEVELS = list({
  technician: '员级',
  assistant: '助理级',
  engineer: '中级',
  senior: '副高级',
  'full-senior': '正高级',
});
/** Experts who may certify or recommend hold one of these. */
export const EXPERT_LEVELS = list({ senior: '副高级', 'full-senior': '正高级' });
export const TITLE_WAYS = list({ review: '评审', initial: '初定或认定', exam: '考试', recognition: '确认' });
export const SKILL_LEVELS = list({
  junior: '初级工',
  intermediate: '中级工',
  advanced: '高级工',
  technician: '技师',
  'senior-technician': '高级技师',
  'super-technician': '特级技师',
  'chief-technician': '首席技师',
});
export const ASSESSMENT_RESULTS = list({
  excellent: '优秀',
  qualified: '合格（称职）',
  basic: '基本合格',
  unqualified: '不合格',
  undetermined: '未定等次',
});
export const LEARNING_TYPES = list({
  specialty: '专业科目',
  'industry-public': '行业公需科目',
  'general-public': '一般公需科目',
});
/** Level of a project, award, contest, commendation or policy. */
export const LEVELS = list({
  international: '国际',
  nation: '国家级',
  province: '省（部）级',
  city: '市（厅）级',
  county: '县（区）级',
  unit: '单位内部',
});
export const ROLES = list({
  host: '主持',
  'main-lead': '主要负责人',
  'main-contributor': '主要完成人',
  participant: '参与',
  independent: '独立',
});
export const PROJECT_TYPES = list({
  engineering: '设计、施工、集成工程',
  'product-research': '产品研发',
  software: '软硬件开发',
  service: '咨询、服务、运营、维护',
  'data-security': '数据分析应用、信息与网络安全',
  special: '科技重大专项',
  ordinary: '其他',
});
export const PROJECT_SOURCES = list({ authority: '主管部门下达', contract: '合同规定', unit: '单位内部立项' });
export const IMPORTANCES = list({ major: '重大', key: '重点', ordinary: '一般' });
export const AWARD_TYPES = list({
  science: '科技奖励',
  industry: '行业奖',
  equivalent: '相当奖励',
  patent: '专利奖（金奖选一等奖，银奖选二等奖）',
  other: '其他奖励',
});
export const GRADES = list({
  special: '特等奖',
  first: '一等奖',
  second: '二等奖',
  third: '三等奖',
  merit: '优秀奖',
});
export const CONFERRERS = list({
  government: '党委、政府',
  'competent-department': '业务主管部门',
  'registered-social': '列入国家目录的全国性社会力量奖',
  'industry-body': '行业组织',
  unit: '本单位',
  other: '其他',
});
export const COMMENDATION_GROUNDS = list({
  development: '促进经济社会发展',
  emergency: '应对突发事件',
  technical: '专业技术工作业绩突出',
  other: '其他',
});
export const PATENT_TYPES = list({ invention: '发明专利', utility: '实用新型专利', design: '外观设计专利' });
export const STANDARD_TYPES = list({
  'international-standard': '国际标准',
  'national-standard': '国家标准',
  'industry-standard': '行业标准',
  'local-standard': '地方标准',
  'group-standard': '团体标准',
  'enterprise-standard': '企业标准',
  'construction-method': '行业工法',
});
export const POLICY_TYPES = list({
  'development-plan': '中长期发展规划',
  'strategic-decision': '重大战略决策',
  policy: '相关政策',
  specification: '相关规范',
});
export const UNIT_DOCUMENT_TYPES = list({
  'management-standard': '管理标准',
  'development-plan': '发展规划',
  process: '工艺流程',
  'key-technology-plan': '关键技术或产品发展规划',
  feasibility: '调研报告或可行性分析论证报告',
  other: '其他技术文件',
});
export const PAPER_INDEXES = list({
  sci: 'SCI',
  ssci: 'SSCI',
  ei: 'EI',
  cpci: 'CPCI',
  cscd: 'CSCD',
  cssci: 'CSSCI',
  core: '中文核心期刊',
  none: '以上均未收录',
});
export const ISSUE_TYPES = list({
  regular: '正刊',
  supplement: '增刊',
  call: '征稿或用稿通知',
  proof: '清样稿',
  proceedings: '论文集',
});
export const BOOK_TYPES = list({
  monograph: '学术专著',
  translation: '译著',
  compilation: '编著',
  popular: '科普类',
  handbook: '手册类',
  proceedings: '论文集、论文汇编',
});
export const REPORT_TYPES = list({
  research: '科技成果研究报告',
  technical: '专题技术报告',
  statistical: '专项统计分析报告',
  'project-technical': '项目技术报告',
  academic: '学术报告',
  opinion: '舆情报告',
  'work-briefing': '工作动态',
  'unit-research': '单位内部研究报告',
  'soft-topic': '软课题研究报告',
  'design-scheme': '规划设计方案',
  construction: '施工或调试报告',
  test: '工程试验报告',
  'performance-letter': '业绩证明函',
});
/** Reports that a leader instructed or an authority adopted. */
export const ENDORSED_REPORT_TYPES = list({
  research: '科技成果研究报告',
  technical: '专题技术报告',
  statistical: '专项统计分析报告',
  'project-technical': '项目技术报告',
  academic: '学术报告',
  opinion: '舆情报告',
  'work-briefing': '工作动态',
});
/** Level of who instructed, adopted or recognised. */
export const ENDORSEMENTS = list({
  nation: '国家级',
  province: '省（部）级',
  city: '市（厅）级',
  county: '县（区）级',
  none: '没有',
});
export const TASK_TYPES = list({
  'incident-support': '网络事件监测、研判、预警、疏导',
  'enterprise-reputation': '企业网络舆情、声誉管理',
  enforcement: '打击网络侵权等违法行为专项',
  'report-handling': '违法和不良信息举报受理处置',
  'rumour-rebuttal': '网络辟谣',
  publicity: '网络主题宣传',
  commentary: '网络评论引导',
  infringement: '网络侵权处置',
  'opinion-incident': '网络舆情事件处置',
  'security-incident': '网络安全事件处置',
  other: '其他专项工作',
});
export const AGREEMENTS = list({ yes: '同意', no: '不同意' });
export const YES_NO = list({ yes: '是', no: '否' });
export const INCIDENT_GRADES = list({
  extraordinary: '特别重大',
  major: '重大',
  larger: '较大',
  general: '一般',
});
export const ENTERPRISE_KINDS = list({ 'state-enterprise': '国有企业', 'private-enterprise': '民营企业' });
export const ENTERPRISE_SIZES = list({ large: '大型', medium: '中型', small: '小型', micro: '微型' });
export const INNOVATION_TYPES = list({
  product: '新产品',
  technology: '新技术',
  equipment: '新设备',
  process: '新工艺',
});
export const CONVERSION_TYPES = list({
  implementation: '组织实施高新技术成果转化',
  founding: '作为主要发起人创办高新技术企业',
});
export const BENEFIT_KINDS = list({ economic: '经济效益', social: '社会效益' });
/** Degrees of benefit, weakest first: a reviewer may confirm a lower one than claimed. */
export const BENEFITS = list({
  some: '一定效益',
  good: '较好效益',
  higher: '较高效益',
  notable: '显著效益',
  outstanding: '特别显著效益',
});
export const EFFECTS = list({ evident: '明显', notable: '显著' });
export const STANDINGS = list({
  'domestic-advanced': '国内先进',
  'domestic-leading': '国内领先',
  'international-advanced': '国际先进',
  'international-leading': '国际领先',
});
export const INFLUENCES = list({ important: '重要作用', key: '关键作用' });
export const CONTRIBUTIONS = list({
  some: '一定贡献',
  larger: '较大贡献',
  important: '重要贡献',
  outstanding: '突出贡献',
  major: '重大贡献',
});
export const PERFORMANCES = list({ notable: '业绩显著', outstanding: '业绩突出' });
export const REGIONS = list({ liaoning: '辽宁省', tianjin: '天津市', zhejiang: '浙江省', elsewhere: '其他地区' });
/** Where hours are studied or registered. */
export const LEARNING_PLATFORMS = list({
  'province-hr': '省级人社部门的平台',
  'province-industry': '省级行业主管部门的平台',
  'local-hr': '市县人社部门的平台',
  association: '行业协会的平台',
  other: '其他平台',
  none: '没有',
});
/** Honours that a standard names; one that none names is left to the reviewers. */
export const HONOURS = list({
  none: '不是荣誉称号',
  'china-skills-award': '中华技能大奖获得者',
  'national-technical-expert': '全国技术能手',
  'provincial-technical-expert': '省（市）级技术能手',
  'provincial-craftsman': '省（市）级工匠（如海河工匠）',
  'master-studio-lead': '技能大师工作室带头人',
  other: '其他荣誉称号',
});
/** What others did about an achievement (product A9): each is a fact of its own with who, level, date and proof. */
export const STANDING_TYPES = list({
  instruction: '领导肯定性批示',
  'government-adoption': '党委、政府采纳应用',
  'department-adoption': '业务主管部门采纳应用',
  recognition: '业务主管部门认可',
  commendation: '表彰或通报表扬',
  conclusion: '结项、结题',
  appraisal: '鉴定',
  acceptance: '验收',
  promulgation: '颁布实施',
  production: '投入生产或运营',
});
/** Level of who did it; always somebody. */
export const STANDING_LEVELS = list({
  nation: '国家级',
  province: '省（部）级',
  city: '市（厅）级',
  county: '县（区）级',
  unit: '本单位或委托单位',
});
/** Parts of the archive a person may declare empty: leaving a part blank says nothing. */
export const EMPTY_PARTS = list({
  educations: '学历',
  degrees: '学位',
  titles: '职称',
  workPeriods: '工作经历',
  examinations: '考试成绩',
  learning: '继续教育学时',
});
export const INSURANCE_SOURCES = list({ here: '本省（市）参保', elsewhere: '外省（市）参保' });
export const CREATION_TYPES = list({
  design: '设计作品',
  craft: '工艺美术作品',
  digital: '数字作品',
  other: '其他作品',
});
export const INFLUENCE_TYPES = list({
  qualification: '资质证书',
  post: '学术或社会兼职',
  reviewer: '评审、审稿、专家库任职',
  talent: '人才称号',
  other: '其他行业影响力证明',
});
export const MENTEE_LEVELS = list({
  technician: '员级',
  assistant: '助理级',
  engineer: '中级',
  senior: '副高级',
  postgraduate: '研究生',
  skilled: '技能人才',
});
export const EXPERT_RELATIONS = list({ same: '本领域', near: '相近领域', other: '其他领域' });
export const SANCTIONS = list({
  none: '无处分、无失信记录',
  warning: '警告',
  demerit: '记过或更重处分',
  dishonesty: '列入职称评审诚信档案',
});

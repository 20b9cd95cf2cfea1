/**
 * Every word a dossier may use, by scale. Ordered scales run from weak to strong; `policies/vocabulary.yaml` gives each
 * word its Chinese label and aliases and must list exactly these words in this order (checked when it is loaded), so that
 * officials read and correct the words while the types stay in one place.
 */
export const VALUES = {
  /** 职称层级 */
  'title-level': ['technician', 'assistant', 'engineer', 'senior', 'full-senior'],
  /** 级别: of projects, topics, awards, commendations, documents, contests */
  level: ['unit', 'county', 'city', 'province', 'nation', 'international'],
  /** 角色 in the work: 参与 < 主要完成人 < 主要负责人 < 主持 < 独立 */
  role: ['participant', 'main-contributor', 'main-lead', 'host', 'independent'],
  /** 专业关系: other, near or the same as the specialty applied for */
  relation: ['other', 'near', 'same'],
  /** 学历; a technician school counts as what its class is equated to by an outside rule, so it stands lowest by itself */
  education: ['technician-school', 'secondary', 'college', 'bachelor', 'master', 'doctor'],
  /** 学位 */
  degree: ['bachelor', 'second-bachelor', 'master', 'doctor'],
  /** 技工院校班别 */
  'technician-class': ['intermediate', 'advanced', 'technician'],
  /** 技能等级 */
  skill: [
    'junior',
    'intermediate',
    'advanced',
    'technician',
    'senior-technician',
    'super-technician',
    'chief-technician',
  ],
  /** 年度考核结果 */
  assessment: ['undetermined', 'unqualified', 'basic', 'qualified', 'excellent'],
  /** 用工形式 */
  employment: ['employee', 'freelancer', 'civil-servant', 'retired'],
  /** 单位性质 */
  ownership: [
    'state-enterprise',
    'public-institution',
    'private-enterprise',
    'social-organisation',
    'government',
    'none',
  ],
  /** 单位隶属 */
  affiliation: ['central', 'provincial', 'city', 'county', 'private', 'other-province'],
  /** 工作所在地区 */
  region: ['liaoning', 'tianjin', 'zhejiang', 'elsewhere'],
  /** 业绩类别 */
  'achievement-kind': [
    'project',
    'research-topic',
    'award',
    'contest',
    'commendation',
    'policy-document',
    'unit-document',
    'paper',
    'book',
    'report',
    'patent',
    'software-copyright',
    'innovation',
    'conversion',
    'original-result',
    'task',
  ],
  /** 项目类型 */
  'project-type': ['ordinary', 'engineering', 'product-research', 'software', 'service', 'data-security', 'special'],
  /** 重要程度: 一般 < 重点 < 重大 */
  importance: ['ordinary', 'key', 'major'],
  /** 项目来源 */
  'project-source': ['authority', 'contract', 'unit'],
  /** 奖励类别 */
  'award-type': ['science', 'industry', 'equivalent', 'patent', 'other'],
  /** 奖励等次: 优秀 < 三等 < 二等 < 一等 < 特等 */
  grade: ['merit', 'third', 'second', 'first', 'special'],
  /** 授奖机关 */
  conferrer: ['government', 'competent-department', 'registered-social', 'industry-body', 'unit', 'other'],
  /** 荣誉称号; an own word for a commendation that is none */
  honour: [
    'none',
    'other',
    'provincial-technical-expert',
    'provincial-craftsman',
    'master-studio-lead',
    'national-technical-expert',
    'china-skills-award',
  ],
  /** 规划政策标准规范的种类 */
  'document-type': [
    'development-plan',
    'strategic-decision',
    'policy',
    'specification',
    'international-standard',
    'national-standard',
    'industry-standard',
    'local-standard',
    'group-standard',
    'enterprise-standard',
    'construction-method',
  ],
  /** 单位内部技术文件的种类 */
  'unit-document-type': [
    'management-standard',
    'development-plan',
    'process',
    'key-technology-plan',
    'feasibility',
    'other',
  ],
  /** 期次 */
  'issue-type': ['regular', 'supplement', 'call', 'proof', 'proceedings'],
  /** 著作种类 */
  'book-type': ['monograph', 'translation', 'compilation', 'popular', 'handbook', 'proceedings'],
  /** 报告种类 */
  'report-type': [
    'research',
    'technical',
    'statistical',
    'project-technical',
    'academic',
    'opinion',
    'work-briefing',
    'unit-research',
    'soft-topic',
    'design-scheme',
    'construction',
    'test',
    'performance-letter',
  ],
  /** 专利种类 */
  'patent-type': ['design', 'utility', 'invention'],
  /** 转化方式 */
  'conversion-type': ['implementation', 'founding'],
  /** 继续教育类别 */
  'learning-type': ['specialty', 'industry-public', 'general-public'],
  /** 继续教育的学习、登记平台: an own word for "nowhere", since leaving out means unknown */
  'learning-platform': ['none', 'other', 'local-hr', 'province-industry', 'province-hr', 'association'],
  /** 专项工作的种类 */
  'task-type': [
    'incident-support',
    'enterprise-reputation',
    'enforcement',
    'report-handling',
    'rumour-rebuttal',
    'publicity',
    'commentary',
    'infringement',
    'opinion-incident',
    'security-incident',
    'other',
  ],
  /** 事件等级: 一般 < 较大 < 重大 < 特别重大 */
  'incident-grade': ['general', 'larger', 'major', 'extraordinary'],
  /** 企业规模（统计上大中小微型企业划分） */
  'enterprise-size': ['micro', 'small', 'medium', 'large'],
  /** 批示、采纳、认可者的级别: a fact with an own word for "by nobody", since leaving out means unknown */
  endorsement: ['none', 'county', 'city', 'province', 'nation'],
  /** 效益程度 */
  benefit: ['none', 'some', 'good', 'higher', 'notable', 'outstanding'],
  /** 实施成效 */
  effect: ['none', 'evident', 'notable'],
  /** 贡献程度 */
  contribution: ['none', 'some', 'larger', 'important', 'outstanding', 'major'],
  /** 所起作用 */
  influence: ['none', 'important', 'key'],
  /** 技术水平 */
  standing: ['none', 'domestic-advanced', 'domestic-leading', 'international-advanced', 'international-leading'],
  /** 业绩程度 */
  performance: ['none', 'notable', 'outstanding'],
  /** 须由人判断的性质 */
  quality: [
    'implemented',
    'sound',
    'applied-value',
    'academic-value',
    'peer-recognised',
    'evidence-chain',
    'award-equivalent',
    'award-recognised',
    'emergency-response',
    'market-recognised',
    'strong-support',
    'technical-means',
    'higher-level',
    'in-depth',
    'creative',
    'major-invention',
    'comparable-indicators',
    'recognised-journal',
    'paper-substitute',
    'honour-equivalent',
  ],
} as const;

export type ScaleId = keyof typeof VALUES;
export type ScaleValue<S extends ScaleId> = (typeof VALUES)[S][number];

export type TitleLevel = ScaleValue<'title-level'>;
export type AchievementKind = ScaleValue<'achievement-kind'>;
export type Quality = ScaleValue<'quality'>;

/** Scales that are ladders of degree words: an applicant claims, a person confirms the same or a lower degree (P6). */
export const LADDERS = ['benefit', 'effect', 'contribution', 'influence', 'standing', 'performance'] as const;
export type LadderId = (typeof LADDERS)[number];

export const isScaleId = (id: string): id is ScaleId => Object.hasOwn(VALUES, id);

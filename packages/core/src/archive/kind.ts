import type { FieldSpec } from './fields.ts';

/** Parts of the archive, in the order of the page. */
export const SECTIONS = [
  { id: 'person', label: '基本信息' },
  { id: 'schooling', label: '学历学位' },
  { id: 'titles', label: '职称与技能等级' },
  { id: 'career', label: '工作与聘任' },
  { id: 'assessments', label: '考核与诚信' },
  { id: 'learning', label: '继续教育' },
  { id: 'projects', label: '项目与课题' },
  { id: 'honours', label: '获奖与表彰' },
  { id: 'rights', label: '知识产权' },
  { id: 'publications', label: '论文、著作与作品' },
  { id: 'documents', label: '标准、文件与报告' },
  { id: 'benefits', label: '成果转化与效益' },
  { id: 'endorsements', label: '认可与推荐' },
  { id: 'influence', label: '指导培养与影响力' },
] as const;
export type SectionId = (typeof SECTIONS)[number]['id'];

/** What one uploaded file shows. A row says which purposes it needs; the person tags each file with one or several. */
export const PURPOSES = {
  cover: '封面',
  'issue-number': '刊号页',
  contents: '目录',
  text: '正文',
  'press-lookup': '国家新闻出版署查询页',
  'database-lookup': '数据库检索页',
  'retrieval-certificate': '科技文献检索证明',
  certificate: '证书',
  'certificate-back': '证书背面或内页',
  'identity-front': '身份证人像面',
  'identity-back': '身份证国徽面',
  'project-approval': '立项书或任务合同书',
  amount: '金额页',
  people: '人员名单页（标出本人）',
  seal: '签字盖章页',
  acceptance: '验收或结项材料',
  'protected-target': '高风险保护对象证明',
  'issued-document': '颁布实施文件',
  'role-proof': '本人角色证明',
  draft: '拟稿纸等原始材料',
  result: '实施成效证明',
  'expert-opinion': '专家评议书',
  recommendation: '专家推荐书',
  'economic-proof': '合同、发票或完税凭证',
  endorsement: '批示、采纳或认可证明',
  'social-proof': '主管部门或牵头单位证明',
  'employment-proof': '劳动合同或聘任文件',
  'assessment-form': '年度考核表或单位证明',
  'learning-record': '学时证明',
  insurance: '社会保险缴费证明',
  overseas: '国（境）外学历学位认证书',
  other: '其他',
} as const;
export type Purpose = keyof typeof PURPOSES;
export const PURPOSE_IDS = Object.keys(PURPOSES) as readonly Purpose[];

/** One thing that must be shown before a row counts. `anyOf` holds purposes of which one is enough. */
export interface EvidenceNeed {
  readonly anyOf: readonly Purpose[];
  /** Files needed with this purpose: two expert opinions are two files. */
  readonly files?: number;
  readonly when?: FieldSpec['when'];
}

/** The same with where it is asked: a clause of the plan, or the general list. */
export interface EvidenceRule extends EvidenceNeed {
  readonly source: string;
}

/**
 * The date that decides whether a row counts: after the current title and before the cut-off. Awards, contracts and
 * task books count by signature or seal, papers and books by publication (LN-2024 四(一)).
 */
export interface EffectiveDate {
  readonly field: string;
  readonly basis: 'signature' | 'publication' | 'grant' | 'completion';
}

/** A kind of row: what is asked, what must be shown, by which date it counts. */
export interface KindSpec {
  readonly kind: string;
  readonly section: SectionId;
  readonly label: string;
  /** Field whose value names the row in lists. */
  readonly heading: string;
  /** At most one row of this kind. */
  readonly single?: true;
  /** An achievement counts only after the current title, in the specialty, with its evidence (LN-SEC 六(三)). */
  readonly achievement: boolean;
  /** Fields that say who somebody is and nothing of what they can do: experts read neither them nor the row's files. */
  readonly identity?: readonly string[];
  readonly effective: EffectiveDate | null;
  readonly fields: readonly FieldSpec[];
  /** The general list: what shows the fields to be true, whoever asks. What one document asks is data of its plan. */
  readonly evidence: readonly EvidenceNeed[];
  /** One sentence above the form, true of every plan. */
  readonly hint?: string;
}

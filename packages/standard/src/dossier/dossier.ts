import { z } from 'zod';
import { achievementSchema, expertSchema } from './achievements.ts';
import { date, derivedScore, group, list, score, text, whole, word, yes } from './parts.ts';

const education = z.strictObject({
  level: word('education', '学历'),
  technicianClass: word('technician-class', '技工院校班别'),
  school: text('学校'),
  major: text('所学专业'),
  relation: word('relation', '所学专业关系', '所学专业与申报专业的关系'),
  graduatedOn: date('毕业日期'),
  recognised: yes('国家认可', '国家教育行政等主管部门认可'),
  fullTime: yes('全日制'),
  later: yes('后学历', '参加工作后取得的学历；参加工作前取得的写 false'),
});

const degree = z.strictObject({
  degree: word('degree', '学位'),
  field: text('学科'),
  relation: word('relation', '所学专业关系'),
  awardedOn: date('授予日期'),
  recognised: yes('国家认可', '国家教育行政等主管部门认可'),
  engineeringProfessional: yes('工程类专业学位'),
  later: yes('后学位', '参加工作后取得的学位；参加工作前取得的写 false'),
});

const title = z.strictObject({
  level: word('title-level', '职称层级'),
  series: text('职称系列', '如 工程'),
  specialty: text('职称专业'),
  relation: word('relation', '专业关系', '该职称专业与申报专业的关系'),
  obtainedOn: date('取得日期', '评审通过日期'),
  appointedOn: date('聘任起始日期', '解聘后又聘任的，每段任职写一项，取得日期相同'),
  appointedUntil: date('聘任截止日期'),
  byQualification: yes(
    '由职业资格对应',
    '以国家专业技术人员职业资格对应的职称写 true，取得日期写资格取得日期；经评审、认定取得的写 false',
  ),
  current: z.boolean().optional().meta({
    title: '现职称',
    form: 'yes',
    description: '多项职称时指明哪一项是现职称；都省略则取层级最高、取得最晚的一项',
  }),
});

const workPeriod = z.strictObject({
  from: date('起始日期'),
  to: date('截止日期', '省略表示至今'),
  unit: text('单位'),
  post: text('岗位'),
  relation: word('relation', '专业关系', '所做技术工作与申报专业的关系'),
  region: word('region', '地区'),
  mountainCounty: yes('山区县'),
});

const assessment = z.strictObject({ year: whole('年度'), result: word('assessment', '考核结果') });

const learning = z.strictObject({
  year: whole('年度'),
  type: word('learning-type', '继续教育类别'),
  hours: whole('学时'),
  platform: text('学习平台', '培训机构或平台的名称'),
  studiedAt: word('learning-platform', '学习平台类别', '在哪一类平台学习'),
  registeredAt: word('learning-platform', '登记平台类别', '学时登记在哪一类管理系统；没有登记写 none'),
});

const skill = z.strictObject({
  level: word('skill', '技能等级'),
  occupation: text('职业（工种）'),
  relation: word('relation', '专业关系'),
  obtainedOn: date('取得日期'),
});

const examination = z.strictObject({
  name: text('考试名称', '按计划所写，如 全国经济专业技术资格考试'),
  level: word('title-level', '层级'),
  passed: yes('成绩合格'),
  passedOn: date('合格日期', '成绩合格单或合格证明所载日期'),
});

/** A person's decision on one condition of a standard or plan, by node id. */
const judgement = z.strictObject({
  result: z.enum(['met', 'unmet']).meta({ title: '结论', form: 'word' }),
  by: text('判断人'),
  reason: text('理由'),
});

const APPLICANT = {
  name: text('姓名'),
  birthDate: date('出生日期'),
  employment: word('employment', '用工形式'),
  ownership: word('ownership', '单位性质'),
  affiliation: word('affiliation', '单位隶属'),
  region: word('region', '工作所在地区'),
  inRegionSince: date('在本地区工作起始日期', '自由职业者须在本省从事本专业工作满 1 年'),
  onPost: yes('在职在岗', '自由职业者没有单位岗位，在许可自由职业者申报的计划中不看此项'),
  specialtyWork: yes('从事申报专业工作'),
  specialty: text('申报专业'),
  sanctioned: yes('处分影响期内'),
  barred: yes('诚信记录期内', '因弄虚作假被记入诚信档案、尚在期限内'),
};

/**
 * A dossier: the facts a standard is evaluated on. A section or field that is left out is **unknown**, which is not the
 * same as `false`, `none` or an empty list; a list that is written is complete.
 * Exceptions, where leaving out is itself an answer: `project` (belongs to none), `to` of a work period (still working),
 * `current` of a title (highest level, obtained last), `judgements` and `qualities` (not yet decided).
 */
export const dossierSchema = z.strictObject({
  format: z.literal('zhiping-dossier-1').optional().meta({ title: '格式', form: 'text' }),
  note: z.string().max(2_000).optional().meta({ title: '备注', form: 'text' }),
  applicant: group(APPLICANT, '申报人'),
  educations: list(education, '学历'),
  degrees: list(degree, '学位'),
  titles: list(title, '职称'),
  probation: group(
    {
      years: whole('见习年数', '在本专业或相近专业工程技术岗位见习满几年'),
      relation: word('relation', '专业关系'),
      assessed: yes('单位考核（考察）合格', '经所在单位考察合格或业绩考核合格；没有见习期的写业绩考核'),
    },
    '见习与单位考核',
  ),
  workPeriods: list(workPeriod, '工作经历'),
  assessments: list(assessment, '年度考核'),
  examinations: list(examination, '考试成绩', '以考代评、考评结合的考试；没有参加过写空列表'),
  continuingEducation: group(
    {
      fulfilled: yes('完成继续教育任务', '按国家和省有关规定完成'),
      relatedProof: yes('有相近专业继续教育证明', '所学专业与报评专业不相近时需提供'),
    },
    '继续教育',
  ),
  learning: list(learning, '继续教育学时', '每个年度、每类科目、每个平台一项；没有学时写空列表'),
  conduct: group(
    {
      lawAbiding: yes('遵纪守法', '拥护中国共产党的领导，遵守宪法和法律法规'),
      ethical: yes('职业道德良好'),
      healthy: yes('身心健康'),
      dutiful: yes('认真履行岗位职责', '热爱本职工作，认真履行岗位职责'),
      academicMisconduct: yes('有学术不端行为', '有学术不端行为写 true，没有写 false'),
      majorFault: yes('出现过较大工作失误', '任现职以来出现过较大工作失误写 true，没有写 false'),
    },
    '品行',
  ),
  skills: list(skill, '技能等级'),
  achievements: list(achievementSchema, '业绩成果'),
  recommendations: list(expertSchema, '推荐专家', '填写《专家推荐书》的专家，每人一项'),
  selfScore: group(
    {
      hundredths: score('自评分', '单位：百分之一分，80 分写 8000'),
      mountainHundredths: score('山区县加分', '自评分中山区26县工作年限的分值，单位：百分之一分；没有写 0'),
      otherHundredths: derivedScore(
        '其余各项自评分',
        '不必填写，写了也不看：由自评分减山区县加分得出。单位：百分之一分',
      ),
      checkedHundredths: score('审核分', '人事部门审核后的分值，单位：百分之一分；尚未审核则省略'),
      evidence: yes('评分依据齐全', '每项评分都写明依据并有证明材料'),
    },
    '量化自评',
  ),
  consents: group(
    { department: yes('业务主管部门同意'), unit: yes('所在单位同意'), entrusted: yes('有委托评审函') },
    '同意',
  ),
  greenChannel: group(
    {
      agreed: yes('绿色通道已初审同意', '网上申报前经评委会办公室初步审核同意'),
      overseasTalent: yes('引进的海外高层次人才'),
      urgentTalent: yes('引进的急需紧缺人才'),
      fosteredTalent: yes('企业培养的高层次或急需紧缺人才'),
      youngTalent: yes('企业引进或培养的优秀青年人才'),
    },
    '绿色通道',
  ),
  judgements: z
    .record(z.string().max(120), judgement)
    .optional()
    .meta({ title: '判断结论', form: 'group', description: '审核人对须判断条件的结论，键为条件编号' }),
});

export type Dossier = z.infer<typeof dossierSchema>;
export type Title = z.infer<typeof title>;
export type Education = z.infer<typeof education>;
export type Degree = z.infer<typeof degree>;
export type WorkPeriod = z.infer<typeof workPeriod>;
export type Judgement = z.infer<typeof judgement>;

/** The lists of a dossier that conditions can count over. */
export const DOSSIER_LISTS = [
  'achievements',
  'educations',
  'degrees',
  'titles',
  'workPeriods',
  'assessments',
  'examinations',
  'learning',
  'skills',
  'recommendations',
] as const;
export type DossierList = (typeof DOSSIER_LISTS)[number];

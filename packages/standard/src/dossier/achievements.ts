import { z } from 'zod';
import { VALUES } from '../vocabulary/values.ts';
import type { AchievementKind, Quality } from '../vocabulary/values.ts';
import { claim, date, list, place, text, whole, word, yes } from './parts.ts';

/** A person's decision on words such as 应用价值: true confirmed, false denied, absent not yet decided. */
const qualities = z
  .partialRecord(z.enum(VALUES.quality as unknown as readonly [Quality, ...Quality[]]), z.boolean())
  .optional()
  .meta({
    title: '判断',
    form: 'group',
    description: '由审核人填写：某一性质成立为 true，不成立为 false，未判断则省略',
  });

const expert = z.strictObject({
  name: text('专家姓名'),
  titleLevel: word('title-level', '专家职称层级'),
  relation: word('relation', '专家专业关系', '专家的专业与申报专业的关系'),
  titleYears: whole('任该层级年数'),
  nationalTalent: yes('国家级人才'),
});

/** What every achievement may state, whatever its kind. */
const common = {
  id: z
    .string()
    .min(1)
    .max(80)
    .meta({ title: '编号', form: 'text', description: '在本材料中唯一，说明中用它指代这项业绩' }),
  name: text('名称'),
  project: text('所属项目', '同一项目的业绩写同一个名字；省略表示不属于任何项目'),
  effectiveOn: date('生效日期', '证书、合同、任务书为签字盖章日期，论文著作为发表出版日期，专利登记为授权登记日期'),
  relation: word('relation', '专业关系', '业绩内容与申报专业的关系'),
  role: word('role', '角色'),
  rank: place('个人排名', '第一名为 1'),
  evidence: yes('证据链齐全', '有能相互印证的立项、合同、证书等证明材料'),
  myPart: text('本人承担部分'),
  qualities,
} as const;

const gains = {
  economicBenefit: claim('benefit', '经济效益', '程度词由本人主张，评审中确认；none 表示不主张'),
  socialBenefit: claim('benefit', '社会效益', '须经有关主管部门认可；none 表示不主张'),
} as const;

const kind = <K extends AchievementKind, T extends z.ZodRawShape>(name: K, title: string, shape: T) =>
  z
    .strictObject({
      kind: z.literal(name).meta({ title: '类别', form: 'word', scale: 'achievement-kind' }),
      ...common,
      ...shape,
    })
    .meta({
      title,
    });

/** 鉴定、验收 of a project or result: the highest department that did it. */
const APPRAISED_BY = word('endorsement', '鉴定验收部门级别', '鉴定或验收该项目、成果的主管部门的最高级别；没有写 none');

export const project = kind('project', '项目', {
  type: word('project-type', '项目类型'),
  level: word('level', '级别'),
  source: word('project-source', '项目来源', '主管部门下达、合同规定或单位内部立项'),
  importance: word('importance', '重要程度'),
  highRiskTarget: yes('高风险保护对象', '依法确定的治安保卫重点单位和防范恐怖袭击重点目标'),
  completed: yes('已完成'),
  specialProgramme: yes('科技重大专项'),
  contractAmount: whole('合同金额', '单位：元；没有写 0', '元'),
  protectionLevel: whole('网络安全等级保护级别', '二级写 2，三级写 3；不是等保项目写 0', '级'),
  standing: claim('standing', '技术水平'),
  influence: claim('influence', '所起作用', '对解决关键技术或复杂工程问题的作用'),
  effect: claim('effect', '实施成效'),
  appraisedBy: APPRAISED_BY,
  ...gains,
});

export const researchTopic = kind('research-topic', '课题', {
  level: word('level', '级别'),
  source: word('project-source', '课题来源'),
  importance: word('importance', '重要程度'),
  completed: yes('已完成', '结题、验收'),
  specialProgramme: yes('科技重大专项'),
  standing: claim('standing', '技术水平'),
  influence: claim('influence', '所起作用'),
  appraisedBy: APPRAISED_BY,
  ...gains,
});

export const award = kind('award', '奖励', {
  type: word('award-type', '奖励类别'),
  level: word('level', '级别'),
  grade: word('grade', '等次'),
  conferrer: word('conferrer', '授奖机关'),
  withinQuota: yes('等级内额定人员', '在该奖励等次规定的获奖人数以内'),
  certificate: yes('有个人证书'),
});

export const contest = kind('contest', '职业技能竞赛', {
  level: word('level', '级别'),
  industry: text('竞赛领域'),
  securityIndustry: yes('全国安防行业职业技能竞赛'),
  grade: word('grade', '等次'),
  conferrer: word('conferrer', '授奖机关'),
  withinQuota: yes('等级内额定人员'),
});

export const commendation = kind('commendation', '表彰', {
  level: word('level', '级别'),
  honour: word('honour', '荣誉称号', '列名的荣誉称号；其他同类荣誉写 other，不是荣誉称号写 none'),
  conferrer: word('conferrer', '授奖机关'),
  emergencyResponse: yes('因应对突发事件', '自然灾害、事故灾难、公共卫生事件和社会安全事件'),
  developmentPromotion: yes('因促进经济社会发展'),
  technicalWork: yes('因专业技术工作业绩突出', '因专项工作、专业技术工作业绩突出而受表彰或通报表扬'),
  contribution: claim('contribution', '贡献程度'),
  recognisedBy: word(
    'endorsement',
    '业务主管部门认可级别',
    '所作贡献得到本领域主管部门认可的最高级别（网信专业指网信部门）；没有写 none',
  ),
});

export const policyDocument = kind('policy-document', '规划、政策、标准、规范', {
  type: word('document-type', '文件种类'),
  level: word('level', '级别', '颁布机关的级别；团体、企业标准写 unit'),
  promulgated: yes('已颁布'),
  implemented: yes('已实施'),
});

export const unitDocument = kind('unit-document', '单位内部技术文件', {
  type: word('unit-document-type', '文件种类'),
  implemented: yes('已实施'),
  effect: claim('effect', '实施成效'),
});

export const paper = kind('paper', '论文', {
  authorRank: place('作者排名', '第一作者为 1'),
  corresponding: yes('通讯作者'),
  cn: text('CN 刊号'),
  issn: text('ISSN 刊号'),
  serialNumbers: yes('有 CN、ISSN 刊号', '发表在具有 CN、ISSN 刊号的正规刊物上'),
  issueType: word('issue-type', '期次'),
  isbn: yes('论文集有 ISBN 统一书号'),
  conferenceLevel: word('endorsement', '学术会议级别', '在学术会议上发表的写会议级别；没有在会议上发表的写 none'),
  appraisals: list(expert, '评议专家', '出具评议证明的专家，每人一项'),
  indexed: yes('被主要索引收录', 'CSCD、CSSCI、中文核心期刊要目总览、SCI、SSCI、EI、CPCI 等'),
  indexedIn: text('收录', '收录的索引名称'),
  published: yes('已发表'),
  retrievalPage: yes('有检索查询页'),
  words: whole('本人字数', undefined, '字'),
});

export const book = kind('book', '著作', {
  type: word('book-type', '著作种类'),
  isbn: yes('有 ISBN 统一书号'),
  published: yes('已出版'),
  authorRank: place('作者排名', '第一作者为 1'),
  words: whole('本人字数', undefined, '字'),
  retrievalPage: yes('有检索查询页'),
});

export const report = kind('report', '研究报告、技术报告', {
  type: word('report-type', '报告种类'),
  importance: word('importance', '所属项目的重要程度', '项目技术报告写所属项目是否重点、重大'),
  peerReviewed: yes('经同行专家评议'),
  standing: claim('standing', '技术水平', '同行专家评议的技术水平'),
  appraisals: list(expert, '评议专家', '出具评议证明的专家，每人一项'),
  instructedBy: word(
    'endorsement',
    '肯定性批示的领导级别',
    '作出肯定性批示的领导的最高级别；党和国家领导人写 nation；没有写 none',
  ),
  adoptedByGovernment: word('endorsement', '采纳的党委政府级别', '采纳应用该报告的党委、政府的最高级别；没有写 none'),
  adoptedByDepartment: word(
    'endorsement',
    '采纳的业务主管部门级别',
    '采纳应用该报告的主管部门的最高级别（网信专业指网信部门）；没有写 none',
  ),
  contentsComplete: yes(
    '技术报告内容齐全',
    '项目技术报告写明研究（开发）内容、技术方案、技术原理、测试（试验）数据、指标对比和参考文献',
  ),
  circulated: yes('工作动态已发表推广', '在业务主管部门主办的业务交流材料上发表推广'),
});

export const patent = kind('patent', '专利', {
  type: word('patent-type', '专利种类'),
  granted: yes('已授权'),
  inventorRank: place('发明人排名', '第一发明人为 1'),
  mainInventor: yes('主要发明人'),
  ...gains,
});

export const softwareCopyright = kind('software-copyright', '计算机软件著作权', {
  granted: yes('已登记'),
  inventorRank: place('著作权人、开发者排名'),
  mainInventor: yes('主要开发者'),
  ...gains,
});

export const innovation = kind('innovation', '新产品、新技术、新设备、新工艺', {
  level: word('level', '级别'),
  inProduction: yes('已投入生产或运营'),
  appraisedBy: APPRAISED_BY,
  standing: claim('standing', '技术水平'),
  influence: claim('influence', '所起作用'),
  performance: claim('performance', '业绩程度'),
  contractAmount: whole('合同金额', '单位：元；没有写 0', '元'),
  taxAmount: whole('纳税额', '单位：元；没有写 0', '元'),
  ...gains,
});

export const conversion = kind('conversion', '科技成果转化', {
  type: word('conversion-type', '转化方式', '组织实施高新技术成果转化，或创办高新技术企业'),
  highTech: yes('高新技术成果或企业'),
  performance: claim('performance', '业绩程度'),
  contractAmount: whole('合同金额', '单位：元；没有写 0', '元'),
  taxAmount: whole('纳税额', '单位：元；没有写 0', '元'),
  ...gains,
});

export const originalResult = kind('original-result', '原创性技术成果', {
  standing: claim('standing', '技术水平'),
  contribution: claim('contribution', '贡献程度'),
  peerReviewed: yes('经同行专家评价'),
  internationallyRecognised: yes('获国际同行专家认可'),
  ...gains,
});

/** Special work such as handling of network incidents (LN-CYB): counted by the time it was done. */
export const task = kind('task', '专项工作', {
  type: word('task-type', '工作种类'),
  level: word('level', '级别', '组织该项工作的机关级别，或事件影响的范围：全省写 province'),
  incidentGrade: word('incident-grade', '事件等级', '所处置的事件或所做宣传、引导的等级'),
  times: whole('次数', '几次同类工作可以合写一项；一次写 1', '次'),
  completed: yes('已完成', '成功处置、完成'),
  performance: claim('performance', '业绩程度'),
  recognisedBy: word(
    'endorsement',
    '业务主管部门认可级别',
    '认可该项工作的主管部门的最高级别（网信专业指网信部门）；没有写 none',
  ),
  enterprise: word('ownership', '服务企业的性质', '企业舆情、声誉管理时写'),
  enterpriseLevel: word('level', '服务企业的级别', '国有企业隶属的级别'),
  enterpriseSize: word('enterprise-size', '服务企业的规模', '国统字〔2017〕213号的大中小微型划分'),
  ...gains,
});

export const expertSchema = expert;

export const achievementSchema = z.discriminatedUnion('kind', [
  project,
  researchTopic,
  award,
  contest,
  commendation,
  policyDocument,
  unitDocument,
  paper,
  book,
  report,
  patent,
  softwareCopyright,
  innovation,
  conversion,
  originalResult,
  task,
]);

export type Achievement = z.infer<typeof achievementSchema>;
export type Expert = z.infer<typeof expertSchema>;

import type { DocumentData } from '../schemas/index.ts';
import { person } from './frame.ts';

const box = (title: string, height: number, signs: string[], text: string | null = null, counts = false) => ({
  title,
  height,
  signs,
  text,
  counts,
});
const UNIT = ['负责人签字：', '单位（公章）'];
const BODY = ['负责人签字：', '（公章）'];
export const PUBLICITY = '公示时间：2024年7月1日至2024年7月8日，共 5 个工作日。\n公示期间未收到异议。';
export const OPINION = '经考评领导小组综合考评，同意推荐王晓峰同志申报高级工程师。';

const sealed = [
  box('单位公示情况', 42, ['经办人签字：', '单位（公章）'], PUBLICITY),
  box('单位推荐意见', 42, UNIT, OPINION),
  box('人社或主管部门审核意见', 42, BODY),
  box('行业协会审核意见', 40, BODY, '辽宁省公共安全防范行业协会'),
  box('学科评议组意见', 44, ['组长签字：']),
];

const basics = {
  sex: '男' as const,
  bornOn: '1989-05-12',
  idNumberMasked: '2101**********1234',
  ethnicity: '汉族',
  education: '大学本科、工学学士',
  school: '沈阳理工大学 通信工程专业',
  graduatedIn: '2012-07',
  workingSince: '2012-08',
  specialtyYears: '12 年',
  post: '系统设计部主任',
  currentTitleSince: '2018-09',
  phoneMasked: '138****5678',
};

const results = Array.from({ length: 7 }, (_, index) => ({
  name: `公共安全视频监控建设联网应用项目（第 ${index + 1} 期）`,
  detail: '负责系统总体设计、视频专网组网和平台对接，建成前端点位 3200 个，通过市级验收，运行稳定。',
  role: '主持',
  period: '2019年3月至2020年11月',
  label: '项目',
}));
const research = [
  {
    name: '面向周界防范的多摄像机联动方法研究',
    detail: '《中国安防》2021 年第 6 期，CN 11-5508/TN，第一作者。',
    role: '独立',
    period: '2021年6月',
    label: '论文',
  },
];

const evaluation: DocumentData<'evaluation-form'> = {
  ...person,
  formTitle: '辽宁省专业技术资格评定表',
  copies: 3,
  routeName: '正常申报',
  notes: [
    '封面单位名称须与所盖单位公章一致，将用于证书上的单位名称；申报专业须与网上申报一致。',
    '本表一式三份，每页加盖单位公章，不装入主卷。',
    '业绩的主持、参与、独立完成应当与证明材料一致。',
  ],
  parts: [
    { holds: 'basics', title: '基本情况' },
    { holds: 'training', title: '学习培训经历' },
    { holds: 'work', title: '工作经历' },
    { holds: 'achievements', title: '取得现资格后的主要业绩成果' },
    { holds: 'research', title: '取得现资格后的研究成果' },
    { holds: 'self-report', title: '本人述职' },
  ],
  opinions: [
    { title: '公示、推荐及学科评议组意见', boxes: sealed },
    {
      title: '评定意见',
      boxes: [
        box('评委会评定情况', 84, ['主任委员签字：', '评委会（公章）'], null, true),
        box('各市人社局、省直评审部门或自主评审单位意见', 66, BODY),
        box('备注', 66, ['本人签字：', '单位审核人签字（公章）：']),
      ],
    },
  ],
  basics,
  training: [
    { from: '2008-09', to: '2012-07', place: '沈阳理工大学', content: '通信工程（本科）' },
    { from: '2023-04', to: '2023-06', place: '辽宁省专业技术人员继续教育基地', content: '安全防范技术，90 学时' },
  ],
  work: [
    { from: '2012-08', to: '2016-02', unit: '辽宁某安全技术有限公司', post: '助理工程师' },
    { from: '2016-03', to: null, unit: '沈阳智安电子工程有限公司', post: '系统设计部主任' },
  ],
  earlier: [
    {
      name: '校园视频监控改造项目',
      detail: '参与施工图设计和设备选型。',
      role: '参与',
      period: '2015年4月',
      label: '项目',
    },
  ],
  achievements: results,
  research,
  assessments: [
    { year: '2021 年', result: '合格', basis: '沈智安人〔2022〕3 号' },
    { year: '2022 年', result: '优秀', basis: '沈智安人〔2023〕2 号' },
    { year: '2023 年', result: '合格', basis: null },
  ],
  representativeWork: '公共安全视频监控建设联网应用项目（第 1 期）',
  selfReport: `本人自 2012 年参加工作以来，一直从事安全防范工程的设计和实施。\n${'任现职以来，主持完成多项公共安全视频监控项目，解决了多厂家平台对接和大规模存储的技术难题。'.repeat(8)}`,
};

/** Forms about one applicant. */
export const FORM_SAMPLES = {
  'evaluation-form': evaluation,
  'stamped-page': {
    ...person,
    formTitle: '辽宁省专业技术资格评定表',
    pageTitle: '七、公示、推荐及学科评议组意见',
    boxes: sealed,
    blank: ['学科评议组意见'],
  },
  'recommendation-form': {
    ...person,
    formTitle: '辽宁省专业技术资格报评推荐表',
    routeName: '正常申报',
    basics,
    achievements: results.slice(0, 4),
    appraisal: {
      heldOn: '2024年6月20日',
      members: 7,
      instruments: '查阅人事档案和专业技术档案、民主评议',
      outcome: '同意 7 人，不同意 0 人，弃权 0 人。同意推荐。',
    },
    boxes: [
      box('单位公示情况', 40, ['经办人签字：', '单位（公章）'], PUBLICITY),
      box('单位推荐意见', 48, UNIT, OPINION),
      box('人社或主管部门意见', 48, BODY),
    ],
  },
  'exception-form': {
    ...person,
    formTitle: '辽宁省破格评定人员审核表',
    basics,
    missing: '资历条件：取得工程师资格 3 年，不满规定的 5 年。学历条件已达到。',
    grounds: [
      {
        clause: '五(五)5(1)',
        condition: '获省部级以上科技奖励的主要完成人',
        achievement: '辽宁省科学技术进步奖三等奖',
        evidence: '获奖证书（第一册第 31 页）',
      },
      {
        clause: '五(五)5(3)',
        condition: '主持完成的项目获得发明专利并转化',
        achievement: '一种基于多摄像机联动的周界入侵检测方法',
        evidence: '专利证书、转化合同和发票',
      },
    ],
    boxes: [box('单位意见', 46, UNIT, OPINION), box('人社或主管部门意见', 46, BODY), box('评委会办公室意见', 46, BODY)],
  },
  'score-sheet': {
    ...person,
    formTitle: '示例：高级工程师任职资格评审打分表',
    basis: '浙人社发〔2020〕49号',
    lines: [
      {
        block: '工作经历',
        item: '山区26县专业技术工作年限',
        rule: '满15年未满20年计4分；满20年计6分，每增1年加1分，最高10分',
        grounds: '2003年8月至今在淳安县工作，满19年。',
        place: '第一册 工作经历 第 2 项',
        points: '4.00',
      },
      ...['学历', '资历', '资质'].map((item) => ({
        block: '示例：学历、资历与资质',
        item,
        rule: '按附表评分，最高 10 分',
        grounds: '大学本科；任工程师满 6 年。',
        place: `第一册 ${item}证书`,
        points: item === '资质' ? null : '8.50',
      })),
      ...['科研项目', '获奖', '专利', '标准', '论文'].map((item) => ({
        block: '示例：学术技术成果与工作业绩',
        item,
        rule: '按附表评分',
        grounds: '省级项目一项，本人排名第二，已验收；应用后节约资金 120 万元。',
        place: `第二册 ${item}`,
        points: '12.00',
      })),
    ],
    total: '81.00',
    passLine: '80.00',
    boxes: [
      box('单位审核意见', 40, ['审核人签字：', '单位（公章）']),
      box('主管部门审核意见', 40, ['审核人签字：', '（公章）']),
    ],
  },
  'landmark-form': {
    ...person,
    formTitle: '推荐高级工程师职务任职资格审批表（标志性业绩）',
    basics,
    landmarks: [
      {
        clause: '第八条(一)',
        condition: '获国家科学技术奖或省部级科学技术奖二等奖以上的主要完成人',
        achievement: '浙江省科学技术进步奖二等奖',
        grounds: '排名第三，负责视频结构化算法和系统集成。',
        place: '第二册 获奖证书 第 1 项',
      },
    ],
    boxes: [
      box('所在单位推荐意见', 44, UNIT, OPINION),
      box('主管部门推荐意见', 44, BODY),
      box('评委会办公室审核意见', 44, BODY),
    ],
  },
  'summary-sheet': {
    ...person,
    formTitle: '申报高级工程师职务任职资格综合情况表',
    routeName: '正常申报',
    basics,
    assessments: '2021 年合格，2022 年优秀，2023 年合格',
    hours: '2019 年以来共 412 学时，其中专业科目 268、行业公需 96、一般公需 48',
    achievements: Array.from({ length: 12 }, (_, index) => ({
      kind: ['项目', '专利', '标准规范', '科技奖励'][index % 4] ?? '项目',
      name: `公共安全视频监控建设联网应用项目（第 ${index + 1} 期）`,
      role: '主持',
      period: '2019年3月至2020年11月',
    })),
    more: 3,
    representativeWork: '公共安全视频监控建设联网应用项目（第 1 期）',
    report: '任现职以来，主持完成多项公共安全视频监控项目，解决了多厂家平台对接和大规模存储的技术难题。'.repeat(8),
    publicity: '2024年7月1日至7月8日，未收到异议',
    notes: null,
  },
  pledge: {
    ...person,
    formTitle: '专业技术资格申报材料真实性保证书',
    idNumberMasked: '2101**********1234',
    to: '浙江省安全技术防范行业高级工程师职务任职资格评审委员会',
    paragraphs: ['本人承诺所提交的全部材料真实，并对其真实性负责。'],
    signed: { at: '2024-07-10T02:15:00Z', how: '手机扫码签署' },
  },
  'expert-letter': {
    ...person,
    formTitle: '专家推荐书',
    expert: {
      name: '陈国栋',
      title: '正高级工程师',
      field: '安全防范技术',
      years: '28 年',
      unitName: '中国科学院沈阳自动化研究所',
      relation: '没有师生、亲属、同单位和合作关系',
      phoneMasked: '139****0021',
    },
    about: null,
    opinion:
      '王晓峰同志长期从事安全防范系统的设计和实施，技术功底扎实，主持的公共安全视频监控项目在多厂家平台对接、大规模存储等方面有创新，应用效果好。本人认为其专业水平达到高级工程师的要求，予以推荐。',
    signed: null,
  },
} satisfies { readonly [K in FormKind]: DocumentData<K> };

type FormKind =
  | 'evaluation-form'
  | 'stamped-page'
  | 'recommendation-form'
  | 'exception-form'
  | 'score-sheet'
  | 'landmark-form'
  | 'summary-sheet'
  | 'pledge'
  | 'expert-letter';

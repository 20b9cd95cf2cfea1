import type { DocumentData } from '../schemas/index.ts';
import { frame } from './frame.ts';

const COMMITTEE = '浙江省安全技术防范行业高级工程师职务任职资格评审委员会';
const names = ['王晓峰', '欧阳文静', '阿卜杜拉·买买提', '李建华', '赵敏', '周立新', '马秀英', '刘正平'];
const nameAt = (index: number): string => names[index % names.length] ?? '王晓峰';

/** Papers of the office and lists. */
export const PAPER_SAMPLES = {
  'payment-notice': {
    ...frame,
    officeName: '浙江省安全技术防范行业协会（评委会办公室）',
    applicantName: '王晓峰',
    unitName: '杭州某安全技术有限公司',
    specialty: '安全技术防范（系统集成）',
    titleName: '高级工程师',
    amount: '280 元',
    basis: '浙价费〔2002〕229号',
    method: '转账汇款',
    account: { name: '浙江省安全技术防范行业协会', number: '1202 0530 1990 6711 175', bank: '工行茅廊巷支行' },
    remark: 'ZJ2022-AF-000045 王晓峰 评审费',
    due: '资格审查通过后按缴费短信通知及时缴纳',
    unpaid: '未缴费的不予评审',
    contact: '电话 0571-56078188',
  },
  'entrust-letter': {
    ...frame,
    formTitle: '委托评审函',
    to: '辽宁省人力资源和社会保障厅专业技术人员服务处',
    from: '中国某集团有限公司人力资源部',
    year: 2024,
    committeeName: '辽宁省工程系列安防工程专业评审委员会',
    reason: '我单位在辽专业技术人员符合申报条件，因本系统没有相应的评审委员会，经单位同意并公示无异议，申请委托评审。',
    people: Array.from({ length: 2 }, (_, index) => ({
      name: nameAt(index),
      sex: '男' as const,
      unit: '中国某集团辽宁分公司',
      currentTitle: '工程师',
      specialty: '安防工程',
      titleName: '高级工程师',
    })),
    contact: '李红梅',
    phone: '024-31234567',
  },
  roster: {
    ...frame,
    title: '推荐高级工程师职务任职资格人员花名册',
    organisation: '杭州市经济和信息化局',
    year: 2022,
    committeeName: COMMITTEE,
    people: Array.from({ length: 24 }, (_, index) => ({
      name: nameAt(index),
      sex: index % 3 === 1 ? ('女' as const) : ('男' as const),
      bornIn: '1989-05',
      idNumber: '33010219890512123X',
      unit: '杭州某安全技术股份有限公司',
      post: '技术中心 系统设计部主任',
      education: '大学本科 浙江工业大学 通信工程 2012年6月',
      specialty: '安全技术防范（系统集成）',
      specialtyYears: '10 年',
      currentTitle: '工程师',
      currentTitleSince: '2017-09',
      routeName: '正常申报',
      titleName: '高级工程师',
      selfScore: '82.50',
      remark: null,
      phone: '13812345678',
    })),
    compiledBy: '赵敏',
    phone: '0571-81234567',
  },
  'case-labels': {
    ...frame,
    labels: Array.from({ length: 10 }, (_, index) => ({
      number: `LN2024-AF-${String(123 + index).padStart(6, '0')}`,
      applicantName: nameAt(index),
      unitName: '沈阳智安电子工程有限公司',
      titleName: '高级工程师',
      specialty: '安防工程',
      routeName: '正常申报',
      committeeName: '辽宁省工程系列安防工程专业评审委员会',
      year: 2024,
      code: `LN2024-AF-${String(123 + index).padStart(6, '0')}`,
    })),
  },
  'volume-contents': {
    ...frame,
    volumeName: '第一册',
    ordinal: 1,
    volumes: 2,
    year: 2022,
    unitName: '杭州某安全技术有限公司',
    applicantName: '王晓峰',
    specialty: '安全技术防范（系统集成）',
    titleName: '高级工程师',
    committeeName: COMMITTEE,
    items: [
      { section: '真实性保证书', title: '专业技术资格申报材料真实性保证书', from: 3, pages: 1 },
      { section: '身份证', title: '身份证人像面', from: 4, pages: 1 },
      { section: '身份证', title: '身份证国徽面', from: 5, pages: 1 },
      { section: '近五年聘任证明', title: null, from: null, pages: 0 },
      { section: '继续教育', title: '继续教育一览表', from: 6, pages: 1 },
      { section: '专业技术工作总结', title: '专业技术工作总结', from: 7, pages: 2 },
    ],
    madeOn: '2022-10-27',
  },
  'package-cover': {
    ...frame,
    authority: '杭州市经济和信息化局',
    to: COMMITTEE,
    planTitle: '2022 年度安全技术防范专业高级工程师评审',
    year: 2022,
    cases: names.map((name, index) => ({
      number: `ZJ2022-AF-${String(45 + index).padStart(6, '0')}`,
      name,
      unit: '杭州某安全技术有限公司',
      titleName: '高级工程师',
      routeName: '正常申报',
      lacks: index % 3 === 1 ? '评审费没有缴清；书面材料第二册：应有 1 份，收到 0 份' : '',
    })),
    papers: [
      {
        routeName: '正常申报',
        words: '专业技术职务任职资格评审表 3 份；书面材料第一册 1 份；书面材料第二册 1 份',
      },
    ],
    contact: '楼经信',
    phone: '0571-87654321',
  },
  listing: {
    ...frame,
    title: '继续教育一览表',
    applicantName: '王晓峰',
    unitName: '杭州某安全技术有限公司',
    columns: ['年度', '科目', '学时', '课程'],
    rows: [
      ['2021', '专业科目', '60', '安全防范系统设计'],
      ['2021', '一般公需', '18', '数字经济'],
    ],
  },
  'self-report': {
    ...frame,
    title: '专业技术工作总结',
    applicantName: '王晓峰',
    unitName: '杭州某安全技术有限公司',
    text: '任现职以来，主持完成多项公共安全视频监控项目，解决了多厂家平台对接和大规模存储的技术难题。'.repeat(12),
  },
} satisfies { readonly [K in PaperKind]: DocumentData<K> };

type PaperKind =
  | 'payment-notice'
  | 'entrust-letter'
  | 'roster'
  | 'case-labels'
  | 'volume-contents'
  | 'package-cover'
  | 'listing'
  | 'self-report';

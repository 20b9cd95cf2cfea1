import { LIAONING_ECONOMIC, LIAONING_ENGINEERING, TIANJIN, ZHEJIANG, type Fate } from './fates.ts';
import {
  type FieldOfWork,
  LIAONING_ECONOMICS,
  LIAONING_EMERGING,
  LIAONING_SECURITY,
  TIANJIN_INTELLIGENCE,
  ZHEJIANG_SECURITY,
} from './field.ts';
import type { NewAuthority, NewUnit } from './organisations.ts';
import type { Case } from './world.ts';

/** A specialty and level people of a plan apply for, as often as it is listed. */
export interface Aim {
  readonly specialty: string;
  readonly level: Case['level'];
  readonly field: FieldOfWork;
}

/** The year of one plan: who applies for what, where they work, and how it goes. */
export interface PlanYear {
  readonly pack: string;
  readonly fates: readonly Fate[];
  readonly aims: readonly Aim[];
  /** Which units take part, by name; all where it is left out. */
  readonly units?: readonly string[];
}

/** The demonstration year of one province. */
export interface ProvinceYear {
  readonly name: string;
  readonly prefix: string;
  /** Date on which the filled year stands still and is shown. */
  readonly until: string;
  readonly authorities: readonly NewAuthority[];
  readonly units: readonly NewUnit[];
  readonly plans: readonly PlanYear[];
}

const unit = (
  name: string,
  kind: NewUnit['kind'],
  affiliation: NewUnit['affiliation'],
  area: string,
  authority: string,
): NewUnit => ({ name, kind, affiliation, area, authority });
const times = (count: number, aim: Aim): Aim[] => Array.from({ length: count }, () => aim);

const SHENYANG = '沈阳市人力资源和社会保障局';
const DALIAN = '大连市人力资源和社会保障局';
const LN_INDUSTRY = '辽宁省工业和信息化厅';
const LN_ASSETS = '辽宁省人民政府国有资产监督管理委员会';
const ECONOMIC_UNITS = [
  '辽宁省交通投资研究中心',
  '辽宁省工业经济信息中心',
  '辽宁国资运营集团有限公司',
  '辽宁省文旅发展集团有限公司',
];

const LIAONING_YEAR: ProvinceYear = {
  name: '辽宁',
  prefix: 'ln',
  until: '2024-07-22',
  authorities: [
    { name: DALIAN, area: '大连市', kind: 'hr' },
    { name: LN_INDUSTRY, area: '辽宁省', kind: 'department' },
    { name: LN_ASSETS, area: '辽宁省', kind: 'department' },
  ],
  units: [
    unit('沈阳金盾视联科技有限公司', 'private', 'private', '沈阳市', SHENYANG),
    unit('沈阳浑河电子工程有限公司', 'private', 'private', '沈阳市', SHENYANG),
    unit('沈阳北方机器人研究所有限公司', 'private', 'private', '沈阳市', SHENYANG),
    unit('沈阳市城市安全运行监测中心', 'public-institution', 'city', '沈阳市', SHENYANG),
    unit('大连海安系统集成有限公司', 'private', 'private', '大连市', DALIAN),
    unit('大连滨城无人机技术有限公司', 'private', 'private', '大连市', DALIAN),
    unit('大连市公共安全技术服务中心', 'public-institution', 'city', '大连市', DALIAN),
    unit('辽宁省安全技术检测研究院', 'public-institution', 'provincial', '辽宁省', LN_INDUSTRY),
    unit('辽宁省交通投资研究中心', 'public-institution', 'provincial', '辽宁省', LN_INDUSTRY),
    unit('辽宁省工业经济信息中心', 'public-institution', 'provincial', '辽宁省', LN_INDUSTRY),
    unit('辽宁国资运营集团有限公司', 'enterprise', 'provincial', '辽宁省', LN_ASSETS),
    unit('辽宁省文旅发展集团有限公司', 'enterprise', 'provincial', '辽宁省', LN_ASSETS),
  ],
  plans: [
    {
      pack: 'ln-2024-eng',
      fates: LIAONING_ENGINEERING,
      aims: [
        ...times(11, { specialty: 'security', level: 'senior', field: LIAONING_SECURITY }),
        ...times(4, { specialty: 'security', level: 'engineer', field: LIAONING_SECURITY }),
        { specialty: 'security', level: 'full-senior', field: LIAONING_SECURITY },
        { specialty: 'robotics', level: 'senior', field: LIAONING_EMERGING },
        { specialty: 'uav', level: 'senior', field: LIAONING_EMERGING },
        { specialty: 'data-science', level: 'senior', field: LIAONING_EMERGING },
        { specialty: 'industrial-design', level: 'engineer', field: LIAONING_EMERGING },
      ],
    },
    {
      pack: 'ln-2024-econ',
      fates: LIAONING_ECONOMIC,
      units: ECONOMIC_UNITS,
      aims: ['business', 'finance', 'human-resources', 'transport', 'tourism'].flatMap((specialty) => [
        ...times(3, { specialty, level: 'senior', field: LIAONING_ECONOMICS }),
        { specialty, level: 'full-senior', field: LIAONING_ECONOMICS },
      ]),
    },
  ],
};

const NINGBO = '宁波市经济和信息化局';
const ZHEJIANG_DEPARTMENT = '浙江省经济和信息化厅';
const HANGZHOU = '杭州市经济和信息化局';
const ZHEJIANG_YEAR: ProvinceYear = {
  name: '浙江',
  prefix: 'zj',
  until: '2022-09-05',
  authorities: [
    { name: NINGBO, area: '宁波市', kind: 'industry' },
    { name: '宁波市人力资源和社会保障局', area: '宁波市', kind: 'hr' },
  ],
  units: [
    unit('杭州钱塘安防系统有限公司', 'private', 'private', '杭州市', HANGZHOU),
    unit('杭州西溪智能科技有限公司', 'private', 'private', '杭州市', HANGZHOU),
    unit('杭州云视数字技术有限公司', 'private', 'private', '杭州市', HANGZHOU),
    unit('杭州城建智能工程有限公司', 'enterprise', 'city', '杭州市', HANGZHOU),
    unit('杭州市公共安全技术服务中心', 'public-institution', 'city', '杭州市', HANGZHOU),
    unit('宁波港城安全技术有限公司', 'private', 'private', '宁波市', NINGBO),
    unit('宁波甬安电子工程有限公司', 'private', 'private', '宁波市', NINGBO),
    unit('浙江省安全技术检验中心', 'public-institution', 'provincial', '浙江省', ZHEJIANG_DEPARTMENT),
  ],
  plans: [
    {
      pack: 'zj-2022',
      fates: ZHEJIANG,
      aims: ['design', 'design', 'integration', 'integration', 'product', 'service'].map((specialty) => ({
        specialty,
        level: 'senior',
        field: ZHEJIANG_SECURITY,
      })),
    },
  ],
};

const BINHAI = '天津市滨海新区人力资源和社会保障局';
const NANKAI = '天津市南开区人力资源和社会保障局';
const BUREAU = '天津市工业和信息化局';
const TIANJIN_YEAR: ProvinceYear = {
  name: '天津',
  prefix: 'tj',
  until: '2022-07-11',
  authorities: [{ name: NANKAI, area: '南开区', kind: 'hr' }],
  units: [
    unit('天津滨海视觉智能有限公司', 'private', 'private', '滨海新区', BINHAI),
    unit('天津海河数据科技有限公司', 'private', 'private', '滨海新区', BINHAI),
    unit('天津云港物流技术有限公司', 'private', 'private', '滨海新区', BINHAI),
    unit('天津泰达机器人有限公司', 'private', 'private', '滨海新区', BINHAI),
    unit('天津南开软件工程有限公司', 'private', 'private', '南开区', NANKAI),
    unit('天津学府智能医疗有限公司', 'private', 'private', '南开区', NANKAI),
    unit('天津港航智能集团有限公司', 'enterprise', 'city', '天津市', BUREAU),
    unit('天津市信息化技术中心', 'public-institution', 'city', '天津市', BUREAU),
  ],
  plans: [
    {
      pack: 'tj-2019',
      fates: TIANJIN,
      aims: [
        ...times(4, { specialty: 'artificial-intelligence', level: 'senior', field: TIANJIN_INTELLIGENCE }),
        ...times(8, { specialty: 'artificial-intelligence', level: 'engineer', field: TIANJIN_INTELLIGENCE }),
        { specialty: 'artificial-intelligence', level: 'full-senior', field: TIANJIN_INTELLIGENCE },
        ...times(3, { specialty: 'other', level: 'engineer', field: TIANJIN_INTELLIGENCE }),
      ],
    },
  ],
};

export const YEARS: readonly ProvinceYear[] = [LIAONING_YEAR, ZHEJIANG_YEAR, TIANJIN_YEAR];

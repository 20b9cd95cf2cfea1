/** What the invented people of one plan work on, as their archives say it. Names of authorities are public; all else is invented. */
export interface FieldOfWork {
  readonly region: 'liaoning' | 'zhejiang' | 'tianjin';
  readonly place: string;
  readonly series: string;
  /** Titles by level, e.g. 工程师. */
  readonly titles: { readonly assistant: string; readonly engineer: string; readonly senior: string };
  readonly titleIssuer: string;
  readonly schools: readonly string[];
  readonly majors: readonly string[];
  readonly ethnicities: readonly string[];
  readonly posts: readonly string[];
  readonly duties: string;
  readonly clients: readonly string[];
  readonly projects: readonly string[];
  readonly projectType: 'engineering' | 'product-research' | 'service';
  readonly parts: readonly string[];
  readonly software: readonly string[];
  readonly papers: readonly string[];
  readonly journal: { readonly name: string; readonly cn: string; readonly issn: string };
  /** Titles of inner rules drafted, research topics and inventions, where people of this field have them. */
  readonly rules: readonly string[];
  readonly topics: readonly string[];
  readonly inventions: readonly string[];
  readonly course: string;
  readonly provider: string;
  /** Hours of every year as the register of the province keeps them, where the notice asks for that. */
  readonly yearlyHours: readonly number[];
  /** National examination that the level below full senior needs. */
  readonly examination?: { readonly name: string; readonly passedFrom: string; readonly passedTo: string };
}

const SECURITY = {
  posts: ['系统集成工程师', '方案设计工程师', '技术负责人', '项目经理', '产品研发工程师', '检测工程师', '运维主管'],
  duties: '安全防范系统的方案设计、技术集成、调试和项目管理，指导工程师开展工作。',
  projects: [
    '轨道交通车站视频安防系统改造',
    '三级甲等医院入侵和紧急报警系统',
    '党政机关办公区出入口控制系统',
    '城市供水厂周界防范系统升级',
    '中小学校园安全防范平台',
    '天然气门站反恐防范系统',
    '博物馆藏品展区安全防范工程',
    '机场货运区视频分析系统',
    '开发区公共视频联网共享平台',
    '银行营业网点联网报警中心',
    '水库大坝视频与入侵探测系统',
    '体育场馆大型活动安防保障系统',
  ],
  projectType: 'engineering',
  rules: [
    '视频监控工程施工质量管理标准',
    '出入口控制系统调试工艺流程',
    '安防系统运行维护作业规程',
    '工程资料归档管理办法',
  ],
  topics: [],
  inventions: [],
  parts: [
    '担任项目负责人，完成总体设计、技术集成和验收。',
    '负责方案编制、设备选型和现场调试。',
    '负责平台联网设计和性能测试，编制竣工资料。',
  ],
  software: ['视频智能巡检软件', '报警联动管理软件', '出入口人员核验软件', '安防设备运维管理软件', '视频质量诊断软件'],
  papers: [
    '视频图像联网中的时钟同步方法',
    '周界入侵探测误报的成因与抑制',
    '出入口控制系统的分级授权设计',
    '公共场所人流监测的算法比较',
    '安防系统运行维护的指标体系',
  ],
  journal: { name: '中国安全防范技术与应用', cn: 'CN 10-1508/TN', issn: '2096-0042' },
} as const;

const LIAONING = {
  region: 'liaoning',
  schools: [
    '沈阳理工大学',
    '大连理工大学',
    '东北大学',
    '沈阳工业大学',
    '辽宁工程技术大学',
    '大连海事大学',
    '沈阳航空航天大学',
  ],
  ethnicities: ['满族', '锡伯族', '蒙古族', '朝鲜族', '回族'],
  provider: '辽宁省专业技术人员继续教育平台',
  yearlyHours: [],
} as const;

export const LIAONING_SECURITY: FieldOfWork = {
  ...LIAONING,
  ...SECURITY,
  place: '沈阳市',
  series: '工程系列',
  titles: { assistant: '助理工程师', engineer: '工程师', senior: '高级工程师' },
  titleIssuer: '辽宁省工程系列专业技术资格评审委员会',
  majors: ['电子信息工程', '通信工程', '自动化', '计算机科学与技术', '安全防范工程', '电气工程及其自动化'],
  clients: [
    '沈阳市公安局',
    '沈阳地铁集团有限公司',
    '大连市公安局',
    '辽宁省人民医院',
    '沈阳水务集团有限公司',
    '大连金普新区管理委员会',
  ],
  course: '安全防范系统设计与数据安全',
};

export const LIAONING_EMERGING: FieldOfWork = {
  ...LIAONING_SECURITY,
  majors: ['机械设计制造及其自动化', '机器人工程', '飞行器设计与工程', '数据科学与大数据技术', '工业设计'],
  posts: ['研发工程师', '算法工程师', '产品设计师', '试验主管', '技术负责人'],
  duties: '新产品研发、试验验证和工程化，指导青年工程师。',
  clients: ['沈阳新松机器人产业园', '辽宁省科学技术厅', '沈阳市浑南区管理委员会', '大连高新技术产业园区'],
  projects: [
    '工业机器人柔性装配单元研发',
    '输电线路巡检无人机系统',
    '智能仓储搬运机器人',
    '设备运行数据分析平台',
    '便携式检测仪器工业设计',
    '农业植保无人机飞控研发',
  ],
  projectType: 'product-research',
  software: ['机器人离线编程软件', '无人机航线规划软件', '设备数据采集软件', '产品三维展示软件'],
  papers: ['柔性装配单元的节拍优化', '无人机巡检图像的缺陷识别', '设备运行数据的异常检测', '面向使用者的仪器造型研究'],
  journal: { name: '机器人技术与应用', cn: 'CN 11-3520/TP', issn: '1004-6437' },
  course: '智能制造与新技术应用',
};

export const LIAONING_ECONOMICS: FieldOfWork = {
  ...LIAONING,
  rules: ['全面预算管理办法', '投资项目后评价规程'],
  topics: [],
  inventions: [],
  place: '沈阳市',
  series: '经济系列',
  titles: { assistant: '助理经济师', engineer: '经济师', senior: '高级经济师' },
  titleIssuer: '辽宁省经济系列专业技术资格评审委员会',
  schools: ['东北财经大学', '辽宁大学', '沈阳农业大学', '大连海事大学', '沈阳工业大学'],
  majors: ['工商管理', '金融学', '人力资源管理', '财政学', '交通运输经济'],
  posts: ['经营管理部部长', '人力资源主管', '投资发展部经理', '财务预算主管', '运输经济主管'],
  duties: '企业经营计划、预算和绩效管理，参与重大投资项目的论证。',
  clients: ['辽宁省国有资产经营有限公司', '沈阳市财政局', '辽宁省交通运输厅', '大连港集团有限公司'],
  projects: [
    '全面预算管理体系建设',
    '集团人才发展规划编制',
    '港口物流成本控制方案',
    '国有资产盘活专项研究',
    '文旅项目投资可行性论证',
  ],
  projectType: 'service',
  parts: ['主持方案编制和组织实施。', '负责数据测算、报告撰写和实施跟踪。'],
  software: ['预算执行分析系统', '人力资源测评系统'],
  papers: [
    '国有企业全面预算管理的实践',
    '港口物流成本的构成与控制',
    '人才发展规划的编制方法',
    '区域文旅项目投资风险研究',
  ],
  journal: { name: '经济研究导刊', cn: 'CN 23-1533/F', issn: '1673-291X' },
  course: '企业经营管理与经济形势',
  examination: { name: '全国经济专业技术资格考试', passedFrom: '2020-10-10', passedTo: '2023-09-20' },
};

export const ZHEJIANG_SECURITY: FieldOfWork = {
  ...SECURITY,
  region: 'zhejiang',
  place: '杭州市',
  series: '工程系列',
  titles: { assistant: '助理工程师', engineer: '工程师', senior: '高级工程师' },
  titleIssuer: '杭州市工程技术人员中级专业技术职务评审委员会',
  schools: ['杭州电子科技大学', '浙江工业大学', '浙江大学', '宁波大学', '浙江理工大学', '中国计量大学'],
  majors: ['通信工程', '电子信息工程', '自动化', '计算机科学与技术', '建筑电气与智能化'],
  ethnicities: ['畲族', '回族', '土家族'],
  clients: [
    '杭州市公安局',
    '宁波轨道交通集团有限公司',
    '浙江省人民医院',
    '杭州市地铁集团有限责任公司',
    '嘉兴市南湖区教育局',
  ],
  course: '安全防范系统设计与视频图像信息应用',
  provider: '浙江省专业技术人员继续教育学时登记管理系统',
  yearlyHours: [2019, 2020, 2021, 2022],
};

export const TIANJIN_INTELLIGENCE: FieldOfWork = {
  rules: ['算法模型发布管理规定', '数据标注作业规程'],
  topics: ['面向港口的多目标识别关键技术', '工业缺陷小样本学习方法', '医学影像辅助诊断模型评测'],
  inventions: [
    '一种极片缺陷的小样本检测方法',
    '一种集装箱残损识别装置',
    '一种时序数据异常的预警方法',
    '一种模型压缩方法及设备',
  ],
  region: 'tianjin',
  place: '天津市',
  series: '工程系列',
  titles: { assistant: '助理工程师', engineer: '工程师', senior: '高级工程师' },
  titleIssuer: '天津市工程技术系列专业技术职务评审委员会',
  schools: ['天津大学', '南开大学', '河北工业大学', '天津理工大学', '天津工业大学', '中国民航大学'],
  majors: ['控制工程', '计算机科学与技术', '软件工程', '智能科学与技术', '仪器科学与技术'],
  ethnicities: ['回族', '满族', '蒙古族'],
  posts: ['算法工程师', '数据工程师', '智能装备研发工程师', '技术负责人', '系统架构师'],
  duties: '人工智能算法的研究、工程化与交付，指导工程师。',
  clients: [
    '天津市科学技术局',
    '天津港（集团）有限公司',
    '天津市滨海新区工业和信息化局',
    '中国民航信息网络天津公司',
    '天津市第一中心医院',
  ],
  projects: [
    '集装箱码头智能理货系统',
    '新能源电池缺陷在线检测系统',
    '民航行李自动分拣视觉系统',
    '医学影像辅助筛查平台',
    '工业园区能耗预测系统',
    '水务管网泄漏识别系统',
    '智能客服语义理解平台',
  ],
  projectType: 'product-research',
  parts: ['主持研发，负责算法设计与现场交付。', '负责模型训练、工程优化和验收测试。', '负责数据治理和系统架构设计。'],
  software: ['缺陷检测算法软件', '智能理货识别软件', '能耗预测分析软件', '影像标注管理软件'],
  papers: [
    '小样本条件下的表面缺陷识别',
    '集装箱号识别的多视角融合',
    '工业时序数据的异常检测',
    '面向边缘设备的模型压缩',
  ],
  journal: { name: '计算机工程与应用', cn: 'CN 11-2127/TP', issn: '1002-8331' },
  course: '深度学习与智能制造',
  provider: '天津市专业技术人员继续教育网',
  yearlyHours: [],
};

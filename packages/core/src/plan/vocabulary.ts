/** Words that plans of all provinces share. Chinese names are those of the documents. */
export const PLAN_LEVELS = ['technician', 'assistant', 'engineer', 'senior', 'full-senior'] as const;
export type PlanLevel = (typeof PLAN_LEVELS)[number];

export const PLAN_LEVEL_NAMES: Readonly<Record<PlanLevel, string>> = {
  technician: '技术员',
  assistant: '助理工程师',
  engineer: '工程师',
  senior: '高级工程师',
  'full-senior': '正高级工程师',
};

export const PLAN_ROUTES = [
  'normal',
  'exception',
  'green',
  'skilled',
  'self-score',
  'landmark',
  'direct',
  'conversion',
  'initial',
] as const;
export type PlanRoute = (typeof PLAN_ROUTES)[number];

/** What a unit belongs to. `city` covers city, county and district. */
export const UNIT_AFFILIATIONS = ['central', 'province', 'city', 'other-province'] as const;
export type UnitAffiliation = (typeof UNIT_AFFILIATIONS)[number];

export const UNIT_NATURES = ['state-owned', 'institution', 'social', 'private', 'freelance'] as const;
export type UnitNature = (typeof UNIT_NATURES)[number];

/** Kinds of unit that a sealing rule may name. */
export const UNIT_KINDS = ['university', 'hospital', 'other'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export const UNIT_AFFILIATION_NAMES: Readonly<Record<UnitAffiliation, string>> = {
  central: '中央直属单位',
  province: '省（直辖市）直属单位',
  city: '市及以下所属单位',
  'other-province': '外省市单位',
};
export const UNIT_NATURE_NAMES: Readonly<Record<UnitNature, string>> = {
  'state-owned': '国有企业',
  institution: '事业单位',
  social: '社会组织',
  private: '民营企业',
  freelance: '自由职业',
};
export const UNIT_KIND_NAMES: Readonly<Record<UnitKind, string>> = {
  university: '高等学校',
  hospital: '医院',
  other: '其他',
};

/** Kinds of authority a plan may ask for by the unit's area. */
export const AUTHORITY_KINDS = ['hr', 'industry', 'cyberspace', 'department'] as const;
export type AuthorityKind = (typeof AUTHORITY_KINDS)[number];
export const AUTHORITY_KIND_NAMES: Readonly<Record<AuthorityKind, string>> = {
  hr: '人力资源和社会保障部门',
  industry: '经信（工信）部门',
  cyberspace: '网信部门',
  department: '行业主管部门',
};

/** What the rules of a plan look at in a unit. */
export interface UnitTraits {
  readonly affiliation: UnitAffiliation;
  readonly nature: UnitNature;
  readonly kind: UnitKind;
}

/** Who may be waited for, and who may act on an application. `time` acts by deadlines, `meeting` by closing a ballot. */
export const ACTORS = [
  'applicant',
  'unit',
  'authority',
  'association',
  'office',
  'confirmer',
  'meeting',
  'time',
] as const;
export type ProcessActor = (typeof ACTORS)[number];

export const ACTOR_NAMES: Readonly<Record<ProcessActor | 'nobody', string>> = {
  applicant: '申报人',
  unit: '用人单位',
  authority: '人社或主管部门',
  association: '行业协会',
  office: '评委会办公室',
  confirmer: '结果确认部门',
  meeting: '评审会议',
  time: '系统（按期限）',
  nobody: '无需办理',
};

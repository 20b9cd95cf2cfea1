import type { CalendarDate } from '../calendar/index.ts';
import type { Plan } from './schema.ts';

/** What the archive says about somebody, in the words of a dossier; undefined is unknown and refuses nobody. */
export interface ScopeFacts {
  readonly employment: string | undefined;
  readonly ownership: string | undefined;
  readonly region: string | undefined;
  readonly labourRelation: boolean | undefined;
  /** Since when somebody has worked freely in the province. */
  readonly freelanceSince: CalendarDate | undefined;
}

const EMPLOYMENT: Readonly<Record<string, { readonly plan: string; readonly name: string }>> = {
  employee: { plan: 'employed', name: '在职人员' },
  freelancer: { plan: 'freelance', name: '自由职业者' },
  'civil-servant': { plan: 'civil-servant', name: '公务员' },
  retired: { plan: 'retired', name: '离退休人员' },
};
const OWNERSHIP: Readonly<Record<string, string>> = {
  'state-enterprise': '国有企业',
  'public-institution': '事业单位',
  'private-enterprise': '民营企业',
  'social-organisation': '社会组织',
  government: '机关',
  none: '无单位',
};

/**
 * Why somebody is outside the plan's scope, as sentences; empty when nothing speaks against it (LN-2024 一, ZJ 二). The
 * engine judges the same conditions on the dossier of a submission; this is to say it before an application is made.
 * `on` is the last day of applications, by which a freelancer's years are counted.
 */
export function scopeRefusals(
  plan: Pick<Plan, 'scope' | 'jurisdiction'>,
  facts: ScopeFacts,
  on: CalendarDate,
): string[] {
  const { scope } = plan;
  const refusals: string[] = [];
  const employment = facts.employment === undefined ? undefined : EMPLOYMENT[facts.employment];
  if (employment !== undefined && !scope.employment.some((one) => one === employment.plan)) {
    refusals.push(`${employment.name}不在本计划的申报范围内`);
  }
  if (facts.employment === 'employee' && facts.labourRelation === false) {
    refusals.push(`没有与${scope.province}的用人单位建立人事劳动关系`);
  }
  if (facts.region !== undefined && facts.region !== plan.jurisdiction)
    refusals.push(`工作所在地不在${scope.province}`);
  if (scope.ownership && facts.ownership !== undefined && !scope.ownership.includes(facts.ownership)) {
    const names = scope.ownership.map((one) => OWNERSHIP[one] ?? one).join('、');
    refusals.push(`单位性质为${OWNERSHIP[facts.ownership] ?? facts.ownership}，本计划只受理${names}的人员`);
  }
  if (facts.employment === 'freelancer' && facts.freelanceSince !== undefined && scope.freelanceMinYears > 0) {
    const needed = yearsLater(facts.freelanceSince, scope.freelanceMinYears);
    if (needed > on) {
      refusals.push(`自由职业者须在${scope.province}工作满 ${scope.freelanceMinYears} 年，您到 ${needed} 才满`);
    }
  }
  return refusals;
}

/** The same day `years` later; the last of February where there is no 29th. */
function yearsLater(day: CalendarDate, years: number): CalendarDate {
  const moved = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  const leap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return moved.endsWith('-02-29') && !leap(Number(moved.slice(0, 4))) ? moved.replace(/29$/, '28') : moved;
}

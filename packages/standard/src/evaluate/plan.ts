import type { CountingRule, Node } from '../language/node.ts';
import type { PlanForEvaluation, TenureRule } from '../language/pack.ts';
import type { Predicate } from '../language/predicate.ts';
import { VALUES } from '../vocabulary/values.ts';
import type { ScaleId, TitleLevel } from '../vocabulary/values.ts';
import { addYears } from './dates.ts';
import { defenceRulesOf } from './defence-rules.ts';
import type { DefenceFacts } from './defence-rules.ts';

/** The parts of a plan pack that bear on evaluation, as they stand in plan.yaml. Dates are `YYYY-MM-DD`. */
export interface PlanFacts {
  readonly pack: string;
  readonly title: string;
  readonly year: number;
  readonly jurisdiction: string;
  readonly scope: {
    readonly label: string;
    readonly province: string;
    readonly employment: readonly string[];
    readonly freelanceMinYears: number;
    readonly ownership?: readonly string[] | undefined;
    readonly excluded: readonly { readonly id: string; readonly name: string }[];
  };
  readonly windows: readonly {
    readonly label: string;
    readonly actor?: string | undefined;
    readonly closesOn: string;
  }[];
  readonly specialties?: readonly {
    readonly name: string;
    readonly standard: { readonly title: string; readonly document: string; readonly pack?: string | undefined };
  }[];
  readonly examinations?: readonly {
    readonly id: string;
    readonly label: string;
    readonly name: string;
    readonly levels: readonly TitleLevel[];
    readonly validYears: number;
    readonly proof: string;
  }[];
  readonly cutOff: { readonly date: string; readonly label?: string };
  readonly awards?:
    | {
        readonly label: string;
        readonly governmentFrom: 'city' | 'province' | 'nation';
        readonly registeredSocial: boolean;
      }
    | undefined;
  readonly evidence?: { readonly label: string } | undefined;
  readonly tenure: { readonly rule: 'year-difference' } | { readonly rule: 'anniversary'; readonly on: string };
  readonly routes: readonly {
    readonly id: string;
    readonly label?: string | undefined;
    readonly priorConsent?: string | undefined;
  }[];
  readonly evaluation?: readonly { readonly levels: readonly TitleLevel[]; readonly method: string }[];
  readonly defence?: DefenceFacts | undefined;
  readonly entrusted?:
    | {
        readonly label: string;
        readonly affiliations: readonly string[];
        readonly needs: string;
        readonly elsewhere?: boolean | undefined;
      }
    | undefined;
}

/** Words of a plan for what a dossier calls otherwise. */
const EMPLOYMENT: Readonly<Record<string, string>> = { employed: 'employee', freelance: 'freelancer' };

/** Labels of the year's notice stand beside those of the standard, so they say where they are printed: 通知四(三). */
const ofNotice = (label: string): string => (label === '' ? '' : `通知${label}`);
const base = (id: string, label: string, text: string) => ({ id, label, text, readings: [] }) as const;
const field = (path: string, name: string) => ({ path: path.split('.'), name });
const yes = (path: string, name: string): Predicate => ({ op: 'yes', field: field(path, name) });
const among = (path: string, name: string, scale: ScaleId, values: readonly string[]): Predicate => ({
  op: 'wordIn',
  field: field(path, name),
  scale,
  values: values.filter((value) => (VALUES[scale] as readonly string[]).includes(value)),
});

/**
 * What a plan says about evaluation: tenure rule, cut-off, closing day, and the scope of applicants as conditions in the
 * language of standards, so that they are explained like all others (LN-2024 一, 四, 八).
 */
export function planForEvaluation(plan: PlanFacts): PlanForEvaluation {
  // The unit and the authority have later days of their own; the person's application closes with the applicant's window.
  const own = plan.windows.filter(({ actor }) => actor === 'applicant');
  const [last] = (own.length > 0 ? own : plan.windows).toSorted((a, b) => b.closesOn.localeCompare(a.closesOn));
  const closesOn = last?.closesOn ?? plan.cutOff.date;
  return {
    id: plan.pack,
    name: plan.title,
    standards: standardsOf(plan),
    asOf: closesOn,
    closesOn,
    closesLabel: ofNotice(last?.label ?? ''),
    tenure: tenureOf(plan),
    achievementCutOff: plan.cutOff.date,
    ...(plan.cutOff.label === undefined ? {} : { achievementCutOffLabel: ofNotice(plan.cutOff.label) }),
    counting: [...awardRules(plan), ...evidenceRules(plan)],
    ...defenceRulesOf(plan),
    conditions: [
      { routes: null, node: scopeCondition(plan) },
      ...entrustedCondition(plan).map((node) => ({ routes: null, node })),
      ...(plan.examinations ?? []).map((examination) => ({
        routes: null,
        levels: examination.levels,
        node: examinationCondition(examination, closesOn),
      })),
      ...plan.routes.flatMap((route) =>
        route.priorConsent === undefined
          ? []
          : [{ routes: [route.id], node: consentCondition(route.id, route.label ?? '') }],
      ),
    ],
  };
}

/** The standards the plan's specialties follow; null where the plan does not list its specialties. */
function standardsOf(plan: PlanFacts): PlanForEvaluation['standards'] {
  if (!plan.specialties) return null;
  const rows = plan.specialties.map(({ standard }) => standard);
  const titles = rows
    .filter(({ pack }) => pack === undefined)
    .map(({ title, document }) => `《${title}》（${document}）`);
  return { packs: rows.flatMap(({ pack }) => pack ?? []), byHand: [...new Set(titles)] };
}

/** 二(二)2: the examination passed, not longer ago than it is valid, counted back from the last day of applications. */
function examinationCondition(
  { id, label, name, validYears, levels, proof }: NonNullable<PlanFacts['examinations']>[number],
  closesOn: string,
): Node {
  const validFrom = addYears(closesOn, -validYears);
  return {
    ...base(
      `plan-examination-${id}`,
      ofNotice(label),
      `有${proof}，成绩在 ${validYears} 年有效期内（${validFrom} 以后取得）`,
    ),
    kind: 'count',
    list: 'examinations',
    where: {
      op: 'and',
      of: [
        { op: 'text', field: field('name', '考试名称'), value: name },
        among('level', '层级', 'title-level', levels),
        yes('passed', '成绩合格'),
        { op: 'date', field: field('passedOn', '合格日期'), comparison: '>=', value: validFrom },
      ],
    },
    min: 1,
    qualities: [],
  };
}

/** 六(二): awards of governments from a level on and of the national register; contests and commendations are none. */
function awardRules(plan: PlanFacts): readonly CountingRule[] {
  const { awards } = plan;
  if (!awards) return [];
  const ofGovernment: Predicate = {
    op: 'and',
    of: [
      among('conferrer', '授奖机关', 'conferrer', ['government', 'competent-department']),
      { op: 'word', field: field('level', '级别'), scale: 'level', comparison: '>=', value: awards.governmentFrom },
    ],
  };
  const registered = among('conferrer', '授奖机关', 'conferrer', ['registered-social']);
  return [
    {
      id: 'plan-awards',
      label: ofNotice(awards.label),
      text: '奖项须为规定级别以上的政府奖励，或登记的全国性社会力量奖',
      reason: '不在年度计划认定的奖项范围内',
      readings: [],
      rule: 'where',
      when: among('kind', '类别', 'achievement-kind', ['award']),
      where: awards.registeredSocial ? { op: 'or', of: [ofGovernment, registered] } : ofGovernment,
    },
  ];
}

/** 六(三)1: what has no chain of evidence is no achievement; what nobody has said of it yet counts. */
const evidenceRules = ({ evidence }: PlanFacts): readonly CountingRule[] =>
  evidence === undefined
    ? []
    : [
        {
          id: 'plan-evidence',
          label: ofNotice(evidence.label),
          text: '须有清晰有效的证据链',
          reason: '没有清晰有效的证据链',
          readings: [],
          rule: 'unless-unproven',
        },
      ];

const tenureOf = (plan: PlanFacts): TenureRule =>
  plan.tenure.rule === 'year-difference'
    ? { rule: 'YEAR_DIFF', year: plan.year }
    : { rule: 'ANNIVERSARY_AT', date: plan.tenure.on };

/** 一: people with an employer in the province or freelancing there long enough, on post; others excluded. */
function scopeCondition(plan: PlanFacts): Node {
  const { scope } = plan;
  const kinds = scope.employment.map((word) => EMPLOYMENT[word] ?? word);
  const excluded = scope.excluded.map(({ name }) => name).join('、');
  const of: Node[] = [
    onPostCondition(kinds),
    {
      ...base('plan-employment', '', `用工形式在申报范围内${excluded === '' ? '' : `（${excluded}不得申报）`}`),
      kind: 'fact',
      test: among('applicant.employment', '用工形式', 'employment', kinds),
    },
    regionCondition(plan),
  ];
  if (scope.ownership) {
    of.push({
      ...base('plan-ownership', '', '单位性质在申报范围内'),
      kind: 'fact',
      test: among('applicant.ownership', '单位性质', 'ownership', scope.ownership),
    });
  }
  if (scope.freelanceMinYears > 0 && kinds.includes('freelancer'))
    of.push(freelancerCondition(scope.freelanceMinYears));
  return { ...base('plan-scope', ofNotice(scope.label), '在本年度申报范围内'), kind: 'all', of };
}

/** People with an employer are on a post there; freelancers, where they may apply, have none that could be asked for. */
function onPostCondition(kinds: readonly string[]): Node {
  const onPost = yes('applicant.onPost', '在职在岗');
  if (!kinds.includes('freelancer')) return { ...base('plan-on-post', '', '在职在岗'), kind: 'fact', test: onPost };
  const freelance = among('applicant.employment', '用工形式', 'employment', ['freelancer']);
  return {
    ...base('plan-on-post', '', '在职在岗（自由职业者没有单位岗位，不看此项）'),
    kind: 'fact',
    test: { op: 'or', of: [onPost, freelance] },
  };
}

/** In the province; with the entrusting letter, people of the units named in 八(一) may work elsewhere. */
function regionCondition({ scope, jurisdiction, entrusted }: PlanFacts): Node {
  const within: Node = {
    ...base('plan-region', '', `在${scope.province}工作`),
    kind: 'fact',
    test: among('applicant.region', '工作所在地区', 'region', [jurisdiction]),
  };
  if (entrusted?.elsewhere !== true) return within;
  return {
    ...base('plan-region', '', `在${scope.province}工作，或凭委托评审函申报`),
    kind: 'any',
    of: [
      { ...within, id: 'plan-region-within' },
      {
        ...base('plan-region-entrusted', ofNotice(entrusted.label), `中直单位、外省市所属人员，有${entrusted.needs}`),
        kind: 'fact',
        test: {
          op: 'and',
          of: [
            among('applicant.employment', '用工形式', 'employment', ['employee']),
            among('applicant.affiliation', '单位隶属', 'affiliation', entrusted.affiliations),
            yes('consents.entrusted', '有委托评审函'),
          ],
        },
      },
    ],
  };
}

function freelancerCondition(years: number): Node {
  return {
    ...base('plan-freelancer', '', `自由职业者在本省工作满 ${years} 年`),
    kind: 'any',
    of: [
      {
        ...base('plan-freelancer-not', '', '不是自由职业者'),
        kind: 'fact',
        test: { op: 'not', of: among('applicant.employment', '用工形式', 'employment', ['freelancer']) },
      },
      {
        ...base('plan-freelancer-years', '', `在本省工作满 ${years} 年`),
        kind: 'elapsed',
        years,
        since: field('applicant.inRegionSince', '在本地区工作起始日期'),
      },
    ],
  };
}

/** 八(一): people of central units and other provinces need a letter that entrusts the committee; freelancers belong to none. */
function entrustedCondition(plan: PlanFacts): readonly Node[] {
  const { entrusted } = plan;
  if (!entrusted) return [];
  return [
    {
      ...base('plan-entrusted', ofNotice(entrusted.label), `中直单位、外省市所属人员有${entrusted.needs}`),
      kind: 'any',
      of: [
        {
          ...base('plan-entrusted-not', '', '不是中直单位、外省市所属人员'),
          kind: 'fact',
          test: { op: 'not', of: among('applicant.affiliation', '单位隶属', 'affiliation', entrusted.affiliations) },
        },
        {
          ...base('plan-entrusted-freelancer', '', '自由职业者，不属于任何单位'),
          kind: 'fact',
          test: among('applicant.employment', '用工形式', 'employment', ['freelancer']),
        },
        {
          ...base('plan-entrusted-letter', '', `有${entrusted.needs}`),
          kind: 'fact',
          test: yes('consents.entrusted', '有委托评审函'),
        },
      ],
    },
  ];
}

/** 八(三): the green channel needs the office's consent before the application. */
const consentCondition = (route: string, label: string): Node => ({
  ...base(`plan-${route}-consent`, ofNotice(label), '网上申报前经评委会办公室初步审核同意'),
  kind: 'fact',
  test: yes('greenChannel.agreed', '绿色通道已初审同意'),
});

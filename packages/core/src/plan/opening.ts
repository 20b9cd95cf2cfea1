import { type CalendarDate, dateWords, yearOf } from '../calendar/index.ts';
import { jurisdictionOf, levelNameOf } from './jurisdiction.ts';
import type { Plan, Specialty } from './schema.ts';
import {
  PLAN_LEVELS,
  type PlanLevel,
  UNIT_AFFILIATIONS,
  UNIT_KINDS,
  UNIT_NATURES,
  type UnitTraits,
} from './vocabulary.ts';

/** A committee on file: what it may review, and until when (人社部令第40号 第八条). */
export interface FilingFacts {
  readonly name: string;
  readonly number: string;
  readonly filedOn: CalendarDate;
  readonly validUntil: CalendarDate;
  readonly levels: readonly PlanLevel[];
  /** Names of specialties. */
  readonly specialties: readonly string[];
}

/** What the platform knows when somebody wants to open a plan for an organiser. */
export interface OpeningFacts {
  /** Business date of the organiser. */
  readonly today: CalendarDate;
  readonly organiserName: string;
  readonly filings: readonly FilingFacts[];
  /** Why the standard of a pack cannot be used, by pack; null when it can. A pack that is not published is missing. */
  readonly standards: ReadonlyMap<string, string | null>;
  /** Years whose workdays are published. */
  readonly calendarYears: ReadonlySet<number>;
  /** The authority that is to confirm the results; null while none is chosen. */
  readonly confirmer: { readonly name: string; readonly kind: string; readonly area: string } | null;
  /** This organiser already runs a plan of this pack. */
  readonly running: boolean;
}

export const OPENING_CHECKS = [
  'running',
  'windows',
  'calendar',
  'standards',
  'filing',
  'validity',
  'organiser',
  'confirmer',
] as const;
export type OpeningCheckId = (typeof OPENING_CHECKS)[number];

/** `lacking` keeps the plan closed; `note` is for the people who decide. */
export interface OpeningCheck {
  readonly id: OpeningCheckId;
  readonly name: string;
  readonly state: 'met' | 'lacking' | 'note';
  readonly words: string;
  /** What to do about it; null where nothing is to be done. */
  readonly what: string | null;
}

/**
 * Whether a published plan may be opened for an organiser, point by point: its windows are not over, the workdays and the
 * standards it counts by are published, and every specialty and level it accepts has a committee on file that is valid.
 */
export function openingChecks(plan: Plan, facts: OpeningFacts): readonly OpeningCheck[] {
  return [
    runningCheck(facts),
    windowsCheck(plan, facts.today),
    calendarCheck(plan, facts.calendarYears),
    standardsCheck(plan, facts.standards),
    filingCheck(plan, facts),
    ...validityCheck(plan, facts),
    organiserCheck(plan, facts.organiserName),
    confirmerCheck(plan, facts.confirmer),
  ];
}

export const mayOpen = (checks: readonly OpeningCheck[]): boolean => checks.every(({ state }) => state !== 'lacking');

function runningCheck({ running }: OpeningFacts): OpeningCheck {
  const common = { id: 'running', name: '是否已公布' } as const;
  if (!running) return { ...common, state: 'met', words: '本组建单位还没有公布这个计划。', what: null };
  return {
    ...common,
    state: 'lacking',
    words: '本组建单位已经公布了这个计划。',
    what: '同一个计划只公布一次；需要延长时间的，到“延期”办理。',
  };
}

function windowsCheck(plan: Plan, today: CalendarDate): OpeningCheck {
  const common = { id: 'windows', name: '时间窗口' } as const;
  const own = plan.windows.filter(({ actor }) => actor === 'applicant');
  const over = (own.length > 0 ? own : plan.windows).filter(({ closesOn }) => closesOn < today);
  if (over.length > 0) {
    return {
      ...common,
      state: 'lacking',
      words: over.map(({ name, closesOn }) => `“${name}”已于${dateWords(closesOn)}截止`).join('，') + '。',
      what: '请换成本年度的计划；政策管理员可以导入新的计划并由两人发布。',
    };
  }
  const begun = plan.windows.filter(({ opensOn }) => opensOn < today);
  const words = plan.windows
    .map(({ name, opensOn, closesOn }) => `${name}：${dateWords(opensOn)}至${dateWords(closesOn)}`)
    .join('；');
  if (begun.length === 0) return { ...common, state: 'met', words: `${words}。`, what: null };
  return {
    ...common,
    state: 'note',
    words: `${words}。“${begun.map(({ name }) => name).join('”“')}”已过开放日。`,
    what: '公布后立即开放，申报人可用的时间少于计划所定，请确认。',
  };
}

function calendarCheck(plan: Plan, known: ReadonlySet<number>): OpeningCheck {
  const common = { id: 'calendar', name: '工作日历' } as const;
  const from = yearOf(plan.windows.map(({ opensOn }) => opensOn).toSorted()[0] ?? plan.cutOff.date);
  const to = yearOf(lastDay(plan));
  const needed = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const missing = needed.filter((year) => !known.has(year));
  if (missing.length === 0) {
    return { ...common, state: 'met', words: `${needed.join('、')} 年的放假和调休安排已经发布。`, what: null };
  }
  return {
    ...common,
    state: 'lacking',
    words: `没有 ${missing.join('、')} 年的放假和调休安排，公示和补正的工作日算不出来。`,
    what: '请政策管理员发布该年度的工作日历。',
  };
}

function standardsCheck(plan: Plan, standards: OpeningFacts['standards']): OpeningCheck {
  const common = { id: 'standards', name: '评审标准' } as const;
  const problems = plan.specialties.flatMap(({ name, standard: { pack, title } }) => {
    if (pack === undefined) return [];
    const obstacle = standards.get(pack);
    if (obstacle === undefined) return [`${name}：${title}还没有在平台发布`];
    return obstacle === null ? [] : [`${name}：${obstacle}`];
  });
  if (problems.length > 0) {
    return { ...common, state: 'lacking', words: `${problems.join('；')}。`, what: '请政策管理员发布有效的标准。' };
  }
  const byHand = plan.specialties.filter(({ standard }) => standard.pack === undefined).map(({ name }) => name);
  if (byHand.length === 0) return { ...common, state: 'met', words: '各专业的标准都已发布并在施行期内。', what: null };
  return {
    ...common,
    state: 'note',
    words: `${byHand.join('、')}：标准还没有结构化，由评委会办公室逐条人工审核。`,
    what: null,
  };
}

/** The specialties and levels that a committee of the plan takes, from whatever unit they come. */
export function acceptedHere(plan: Plan): readonly { readonly specialty: Specialty; readonly level: PlanLevel }[] {
  const units: readonly UnitTraits[] = UNIT_AFFILIATIONS.flatMap((affiliation) =>
    UNIT_NATURES.flatMap((nature) => UNIT_KINDS.map((kind) => ({ affiliation, nature, kind }))),
  );
  return plan.specialties.flatMap((specialty) =>
    specialty.levels
      .filter((level) =>
        units.some((unit) => {
          const { accepts } = jurisdictionOf(plan, { specialty: specialty.id, level, unit });
          return accepts === 'here';
        }),
      )
      .map((level) => ({ specialty, level })),
  );
}

/** A committee may review the levels it was filed for and those below them in the same specialty. */
const covers = (filing: FilingFacts, specialty: string, level: PlanLevel): boolean =>
  filing.specialties.includes(specialty) &&
  filing.levels.some((filed) => PLAN_LEVELS.indexOf(filed) >= PLAN_LEVELS.indexOf(level));

const validOn = (filing: FilingFacts, day: CalendarDate): boolean => filing.filedOn <= day && filing.validUntil >= day;

function filingCheck(plan: Plan, { filings, today }: OpeningFacts): OpeningCheck {
  const common = { id: 'filing', name: '评委会备案' } as const;
  const valid = filings.filter((filing) => validOn(filing, today));
  if (valid.length === 0) {
    return {
      ...common,
      state: 'lacking',
      words: filings.length === 0 ? '没有登记评委会核准备案。' : '登记的评委会备案都不在有效期内。',
      what: '未经核准备案的评审委员会不能组织评审；请在“专家库”登记备案，备案后再公布。',
    };
  }
  const uncovered = new Map<string, PlanLevel[]>();
  for (const { specialty, level } of acceptedHere(plan)) {
    if (valid.some((filing) => covers(filing, specialty.name, level))) continue;
    uncovered.set(specialty.name, [...(uncovered.get(specialty.name) ?? []), level]);
  }
  const names = valid.map(({ name, number }) => `${name}（${number}）`).join('、');
  if (uncovered.size === 0)
    return { ...common, state: 'met', words: `${names}，备案范围覆盖本计划受理的专业和层级。`, what: null };
  const words = [...uncovered].map(
    ([name, levels]) => `${name}（${levels.map((level) => levelNameOf(plan, level)).join('、')}）`,
  );
  return {
    ...common,
    state: 'lacking',
    words: `有效的备案没有覆盖：${words.join('；')}。`,
    what: '超出备案范围的评审结果不被承认；请在“专家库”登记覆盖这些专业和层级的备案。',
  };
}

/** Nothing to say where there is no valid filing: `filing` says it. */
function validityCheck(plan: Plan, { filings, today }: OpeningFacts): readonly OpeningCheck[] {
  const valid = filings.filter((filing) => validOn(filing, today));
  if (valid.length === 0) return [];
  const common = { id: 'validity', name: '备案有效期' } as const;
  const last = lastDay(plan);
  const short = valid.filter(({ validUntil }) => validUntil < last);
  if (short.length === 0) {
    return [{ ...common, state: 'met', words: `有效期都在${dateWords(last)}之后。`, what: null }];
  }
  return [
    {
      ...common,
      state: 'note',
      words:
        short.map(({ number, validUntil }) => `${number}有效期至${dateWords(validUntil)}`).join('；') +
        '，早于计划的最后期限。',
      what: '过期的备案不能抽取专家，请及时重新备案。',
    },
  ];
}

function organiserCheck(plan: Plan, name: string): OpeningCheck {
  const common = { id: 'organiser', name: '组建单位' } as const;
  if (plan.organiser === name) return { ...common, state: 'met', words: `计划由${name}组织。`, what: null };
  return {
    ...common,
    state: 'note',
    words: `计划写明由${plan.organiser}组织，本组建单位是${name}。`,
    what: '请核对是否受其委托承办。',
  };
}

function confirmerCheck(plan: Plan, confirmer: OpeningFacts['confirmer']): OpeningCheck {
  const common = { id: 'confirmer', name: '结果确认部门' } as const;
  if (confirmer === null) {
    return {
      ...common,
      state: 'lacking',
      words: '还没有选定确认评审结果的部门。',
      what: '请选择人力资源和社会保障部门。',
    };
  }
  if (confirmer.kind !== 'hr') {
    return {
      ...common,
      state: 'lacking',
      words: `${confirmer.name}不是人力资源和社会保障部门。`,
      what: '评审结果由人力资源和社会保障部门确认，请重新选择。',
    };
  }
  if (confirmer.area !== plan.scope.province) {
    return {
      ...common,
      state: 'note',
      words: `${confirmer.name}登记的区域是${confirmer.area}，本计划适用于${plan.scope.province}。`,
      what: '请核对该部门是否有权确认本计划的结果。',
    };
  }
  return { ...common, state: 'met', words: `由${confirmer.name}确认评审结果。`, what: null };
}

/** The last day of the plan's windows. */
function lastDay(plan: Plan): CalendarDate {
  return (
    plan.windows
      .map(({ closesOn }) => closesOn)
      .toSorted()
      .at(-1) ?? plan.cutOff.date
  );
}

// What a person writes by hand for 五(四) of LN-SEC, normal route: two-valued, on the same numbers as the engine. Once as a
// single pass that only answers yes or no, once as a tree that says of every condition whether it holds and by what.
import { assign } from '@zhiping/standard/evaluate/assignment';
import type { Bundle } from '@zhiping/standard/evaluate/assignment';
import { rankOn } from '@zhiping/standard/evaluate/predicate';
import { anniversary, firstDay, UNKNOWN_FIRST, UNKNOWN_LAST, yearOfDay } from '@zhiping/standard/intake/days';
import { QUALITY_BIT } from '@zhiping/standard/intake/layout';
import type { Table } from '@zhiping/standard/intake/layout';
import type { Cells, Population, Rows } from '@zhiping/standard/intake/population';
import type { ScaleId } from '@zhiping/standard';

const on = (scale: ScaleId, word: string): number => 1 + rankOn(scale, word);
const YES = 2;
const HOST = on('role', 'host');
const LEAD = on('role', 'main-lead');
const INDEPENDENT = on('role', 'independent');
const [COUNTY, CITY, PROVINCE] = [on('level', 'county'), on('level', 'city'), on('level', 'province')];
const [KEY, MAJOR] = [on('importance', 'key'), on('importance', 'major')];
const HIGHER = on('benefit', 'higher');
const NEAR = on('relation', 'near');
const SAME = on('relation', 'same');
const kind = (word: string): number => on('achievement-kind', word);
const [PROJECT, TOPIC, AWARD, CONTEST] = [kind('project'), kind('research-topic'), kind('award'), kind('contest')];
const [POLICY, UNIT_DOCUMENT, PAPER, BOOK] = [
  kind('policy-document'),
  kind('unit-document'),
  kind('paper'),
  kind('book'),
];
const [REPORT, PATENT, SOFTWARE, CONVERSION] = [
  kind('report'),
  kind('patent'),
  kind('software-copyright'),
  kind('conversion'),
];
const DOCUMENTS = [
  'international-standard',
  'national-standard',
  'industry-standard',
  'local-standard',
  'specification',
].map((word) => on('document-type', word));
const quality = (word: string): number => QUALITY_BIT.get(word) ?? 0;
const REPORT_QUALITIES = quality('sound') | quality('applied-value');

const cellsOf = (rows: Rows, field: string, offset = 0): Cells => {
  const column = (rows.table as Table).columns.get(field);
  const cells = column && rows.columns[column.at + offset];
  if (!cells) throw new Error(`no column ${field}`);
  return cells;
};

/** The columns the hand-written code reads, looked up once. */
export function columnsOf(population: Population) {
  const { header, lists } = population;
  const a = lists.achievements.rows;
  const judged = (id: string): Cells => header.columns[population.layout.judgements.get(id) ?? -1] as Cells;
  const experts = lists.achievements.nested[0];
  if (!experts) throw new Error('no experts');
  return {
    population,
    h: (field: string, offset = 0) => cellsOf(header, field, offset),
    employment: cellsOf(header, 'applicant.employment'),
    region: cellsOf(header, 'applicant.region'),
    affiliation: cellsOf(header, 'applicant.affiliation'),
    entrusted: cellsOf(header, 'consents.entrusted'),
    specialtyWork: cellsOf(header, 'applicant.specialtyWork'),
    since: cellsOf(header, 'applicant.inRegionSince', 1),
    lawAbiding: cellsOf(header, 'conduct.lawAbiding'),
    ethical: cellsOf(header, 'conduct.ethical'),
    healthy: cellsOf(header, 'conduct.healthy'),
    dutiful: cellsOf(header, 'conduct.dutiful'),
    proof: cellsOf(header, 'continuingEducation.relatedProof'),
    education: judged('basic-3'),
    school: judged('senior-1-3-rule'),
    theory: judged('senior-2-1'),
    teaching: judged('senior-2-2'),
    fields: judged('senior-3-2-ability'),
    design: judged('senior-3-4-ability'),
    titles: lists.titles,
    titleLevel: cellsOf(lists.titles.rows, 'level'),
    titleRelation: cellsOf(lists.titles.rows, 'relation'),
    titleFirst: cellsOf(lists.titles.rows, 'obtainedOn'),
    titleLast: cellsOf(lists.titles.rows, 'obtainedOn', 1),
    titleCurrent: cellsOf(lists.titles.rows, 'current'),
    work: lists.workPeriods,
    workRelation: cellsOf(lists.workPeriods.rows, 'relation'),
    workFrom: cellsOf(lists.workPeriods.rows, 'from', 1),
    workTo: cellsOf(lists.workPeriods.rows, 'to'),
    educations: lists.educations,
    diploma: cellsOf(lists.educations.rows, 'level'),
    diplomaRelation: cellsOf(lists.educations.rows, 'relation'),
    diplomaRecognised: cellsOf(lists.educations.rows, 'recognised'),
    degrees: lists.degrees,
    degree: cellsOf(lists.degrees.rows, 'degree'),
    degreeRelation: cellsOf(lists.degrees.rows, 'relation'),
    degreeRecognised: cellsOf(lists.degrees.rows, 'recognised'),
    assessments: lists.assessments,
    assessmentYear: cellsOf(lists.assessments.rows, 'year'),
    assessment: cellsOf(lists.assessments.rows, 'result'),
    achievements: lists.achievements,
    kind: cellsOf(a, 'kind'),
    effectiveFirst: cellsOf(a, 'effectiveOn'),
    effectiveLast: cellsOf(a, 'effectiveOn', 1),
    relation: cellsOf(a, 'relation'),
    role: cellsOf(a, 'role'),
    level: cellsOf(a, 'level'),
    source: cellsOf(a, 'source'),
    importance: cellsOf(a, 'importance'),
    highRisk: cellsOf(a, 'highRiskTarget'),
    completed: cellsOf(a, 'completed'),
    influence: cellsOf(a, 'influence'),
    performance: cellsOf(a, 'performance'),
    economic: cellsOf(a, 'economicBenefit'),
    social: cellsOf(a, 'socialBenefit'),
    type: cellsOf(a, 'type'),
    grade: cellsOf(a, 'grade'),
    conferrer: cellsOf(a, 'conferrer'),
    securityIndustry: cellsOf(a, 'securityIndustry'),
    promulgated: cellsOf(a, 'promulgated'),
    implemented: cellsOf(a, 'implemented'),
    effect: cellsOf(a, 'effect'),
    published: cellsOf(a, 'published'),
    issueType: cellsOf(a, 'issueType'),
    serialNumbers: cellsOf(a, 'serialNumbers'),
    indexed: cellsOf(a, 'indexed'),
    isbn: cellsOf(a, 'isbn'),
    granted: cellsOf(a, 'granted'),
    mainInventor: cellsOf(a, 'mainInventor'),
    inventorRank: cellsOf(a, 'inventorRank'),
    highTech: cellsOf(a, 'highTech'),
    confirmed: a.columns[a.table.confirmed] as Cells,
    experts,
    expertTitle: cellsOf(experts.rows, 'titleLevel'),
    expertRelation: cellsOf(experts.rows, 'relation'),
    expertPerson: experts.rows.columns[experts.rows.table.person] as Cells,
  };
}
export type Columns = ReturnType<typeof columnsOf>;

const bitCount = (mask: number): number => {
  let count = 0;
  for (let left = mask; left !== 0; left &= left - 1) count += 1;
  return count;
};
const beneficial = (c: Columns, i: number): boolean =>
  ((c.economic[i] as number) & 15) >= HIGHER || ((c.social[i] as number) & 15) >= HIGHER;

/** Masks of the achievements for each leaf, from one pass. */
export class Leaves {
  benefitWork = 0;
  hosted = 0;
  groupStandard = 0;
  industryStandard = 0;
  planReport = 0;
  guarded = 0;
  conversion = 0;
  founding = 0;
  guardCity = 0;
  guardCounty = 0;
  majorProject = 0;
  keyProject = 0;
  topicProvince = 0;
  topicCity = 0;
  science = 0;
  contest = 0;
  equal = 0;
  policy = 0;
  internal = 0;
  writing = 0;
  report = 0;
  readonly ip = new Int32Array(4);
  readonly ipBenefit = new Int32Array(4);
}

interface Span {
  first: number;
  last: number;
}
const span: Span = { first: 0, last: 0 };
const NEVER = -2_147_483_648;

/** Whether the span of the current title is certain; `last` is NEVER where there is no title. */
function currentTitle(c: Columns, d: number): boolean {
  const { titles } = c;
  if (titles.known[d] === 0) return false;
  const [from, end] = [titles.from[d] as number, titles.from[d + 1] as number];
  if (from === end) {
    span.first = span.last = NEVER;
    return true;
  }
  let chosen = -1;
  for (let i = from; i < end; i += 1) if (c.titleCurrent[i] === YES) chosen = i;
  if (chosen < 0 && end - from === 1) chosen = from;
  if (chosen >= 0) {
    span.first = c.titleFirst[chosen] as number;
    span.last = c.titleLast[chosen] as number;
    return span.first !== UNKNOWN_FIRST;
  }
  let [related, open] = [false, false];
  for (let i = from; i < end; i += 1) {
    related ||= (c.titleRelation[i] as number) >= NEAR;
    open ||= c.titleRelation[i] === 0;
  }
  span.first = 2_147_483_647;
  span.last = NEVER;
  for (let i = from; i < end; i += 1) {
    if (related && c.titleRelation[i] === 1) continue;
    let beaten = false;
    for (let j = from; j < end && !beaten; j += 1) {
      if (j === i || c.titleLevel[i] === 0 || c.titleLevel[j] === 0) continue;
      if ((related || open) && (c.titleRelation[j] as number) < NEAR) continue;
      const more = (c.titleLevel[j] as number) - (c.titleLevel[i] as number);
      const later = c.titleFirst[j] !== UNKNOWN_FIRST && c.titleLast[i] !== UNKNOWN_LAST;
      beaten = more > 0 || (more === 0 && later && (c.titleFirst[j] as number) > (c.titleLast[i] as number));
    }
    if (beaten) continue;
    if (c.titleFirst[i] === UNKNOWN_FIRST) return false;
    span.first = Math.min(span.first, c.titleFirst[i] as number);
    span.last = Math.max(span.last, c.titleLast[i] as number);
  }
  return span.last !== NEVER;
}

/** Assigned by an authority or by contract: what a unit sets up itself is no project in the sense of 六(五)10. */
const isGiven = (c: Columns, i: number): boolean => c.source[i] === on2.authority || c.source[i] === on2.contract;

/** The single pass over the achievements of one dossier. */
export function pass(c: Columns, d: number, cutOff: number, into: Leaves): void {
  const known = currentTitle(c, d);
  if (!known) return;
  const from = c.achievements.from[d] as number;
  const end = c.achievements.from[d + 1] as number;
  for (let i = from; i < end; i += 1) {
    if ((c.effectiveFirst[i] as number) <= span.last || (c.effectiveLast[i] as number) > cutOff) continue;
    if ((c.relation[i] as number) < NEAR) continue;
    const bit = 1 << (i - from);
    const level = c.level[i] as number;
    const isHost = (c.role[i] as number) >= HOST;
    switch (c.kind[i] as number) {
      case PROJECT: {
        const benefit = beneficial(c, i);
        const done = c.completed[i] === YES;
        const given = isGiven(c, i);
        if (given && benefit && level >= PROVINCE && ((c.influence[i] as number) & 15) >= on2.important)
          into.benefitWork |= bit;
        if (!isHost) break;
        if (given && benefit) into.hosted |= bit;
        if (given && c.highRisk[i] === YES && done) {
          into.guarded |= bit;
          if (level >= CITY) into.guardCity |= bit;
          if (level >= COUNTY) into.guardCounty |= bit;
        }
        if (benefit && done && c.source[i] === on2.unit) {
          if ((c.importance[i] as number) >= MAJOR) into.majorProject |= bit;
          if ((c.importance[i] as number) >= KEY) into.keyProject |= bit;
        }
        break;
      }
      case TOPIC:
        if (!isGiven(c, i)) break;
        if (level >= PROVINCE && ((c.influence[i] as number) & 15) >= on2.important && beneficial(c, i))
          into.benefitWork |= bit;
        if (c.completed[i] !== YES) break;
        if (level >= PROVINCE) into.topicProvince |= bit;
        if (level >= CITY) into.topicCity |= bit;
        break;
      case AWARD:
        if (
          c.type[i] === on2.science &&
          (c.conferrer[i] === on2.government || c.conferrer[i] === on2.competent) &&
          level >= PROVINCE &&
          (c.grade[i] as number) >= on2.third
        )
          into.science |= bit;
        if (
          (c.type[i] === on2.equivalent || c.type[i] === on2.patentAward || c.conferrer[i] === on2.registered) &&
          ((c.confirmed[i] as number) & on2.awardEquivalent) !== 0
        )
          into.equal |= bit;
        break;
      case CONTEST:
        if (c.securityIndustry[i] === YES && (c.grade[i] as number) >= on2.second) into.contest |= bit;
        break;
      case POLICY:
        if (isHost && (c.type[i] === on2.group || c.type[i] === on2.enterprise)) into.groupStandard |= bit;
        if (level >= PROVINCE && DOCUMENTS.includes(c.type[i] as number)) into.industryStandard |= bit;
        if (level >= PROVINCE && c.promulgated[i] === YES && c.implemented[i] === YES) into.policy |= bit;
        break;
      case UNIT_DOCUMENT:
        if (!isHost) break;
        if ((c.type[i] === on2.keyPlan || c.type[i] === on2.feasibility) && c.implemented[i] === YES)
          into.planReport |= bit;
        if (((c.effect[i] as number) & 15) >= on2.effectNotable) into.internal |= bit;
        break;
      case PAPER: {
        const regular = c.issueType[i] === on2.regular && (c.serialNumbers[i] === YES || c.indexed[i] === YES);
        const collected = c.issueType[i] === on2.proceedings && c.isbn[i] === YES;
        if (c.published[i] === YES && (regular || collected) && ((c.confirmed[i] as number) & on2.peer) !== 0)
          into.writing |= bit;
        break;
      }
      case BOOK:
        if (c.published[i] === YES && c.isbn[i] === YES && ((c.confirmed[i] as number) & on2.peer) !== 0)
          into.writing |= bit;
        break;
      case REPORT: {
        if (!on2.reports.includes(c.type[i] as number) || (c.role[i] as number) < INDEPENDENT) break;
        if (((c.confirmed[i] as number) & REPORT_QUALITIES) !== REPORT_QUALITIES) break;
        let people = 0;
        const last = c.experts.from[i + 1] as number;
        for (let j = c.experts.from[i] as number; j < last; j += 1) {
          if ((c.expertTitle[j] as number) >= on2.fullSenior && (c.expertRelation[j] as number) >= NEAR)
            people |= 1 << (c.expertPerson[j] as number);
        }
        if (bitCount(people) >= 2) into.report |= bit;
        break;
      }
      case PATENT:
      case SOFTWARE: {
        const rank = c.inventorRank[i] as number;
        if (c.granted[i] !== YES || (c.mainInventor[i] !== YES && (rank < 0 || rank > 1))) break;
        const place =
          c.kind[i] === SOFTWARE
            ? 3
            : c.type[i] === on2.invention
              ? 0
              : c.type[i] === on2.utility
                ? 1
                : c.type[i] === on2.form
                  ? 2
                  : -1;
        if (place < 0) break;
        into.ip[place] = (into.ip[place] as number) | bit;
        if (beneficial(c, i)) into.ipBenefit[place] = (into.ipBenefit[place] as number) | bit;
        break;
      }
      case CONVERSION:
        if (c.highTech[i] !== YES || !beneficial(c, i)) break;
        if (c.type[i] === on2.implementation && ((c.performance[i] as number) & 15) >= on2.performanceNotable)
          into.conversion |= bit;
        if (c.type[i] === on2.founding && (c.role[i] as number) >= LEAD) into.founding |= bit;
        break;
      default:
        break;
    }
  }
}

const on2 = {
  important: on('influence', 'important'),
  unit: on('project-source', 'unit'),
  authority: on('project-source', 'authority'),
  contract: on('project-source', 'contract'),
  science: on('award-type', 'science'),
  equivalent: on('award-type', 'equivalent'),
  patentAward: on('award-type', 'patent'),
  government: on('conferrer', 'government'),
  competent: on('conferrer', 'competent-department'),
  registered: on('conferrer', 'registered-social'),
  third: on('grade', 'third'),
  second: on('grade', 'second'),
  group: on('document-type', 'group-standard'),
  enterprise: on('document-type', 'enterprise-standard'),
  keyPlan: on('unit-document-type', 'key-technology-plan'),
  feasibility: on('unit-document-type', 'feasibility'),
  effectNotable: on('effect', 'notable'),
  regular: on('issue-type', 'regular'),
  proceedings: on('issue-type', 'proceedings'),
  reports: ['research', 'technical', 'statistical'].map((word) => on('report-type', word)),
  fullSenior: on('title-level', 'full-senior'),
  engineer: on('title-level', 'engineer'),
  invention: on('patent-type', 'invention'),
  utility: on('patent-type', 'utility'),
  form: on('patent-type', 'design'),
  implementation: on('conversion-type', 'implementation'),
  founding: on('conversion-type', 'founding'),
  performanceNotable: on('performance', 'notable'),
  awardEquivalent: quality('award-equivalent'),
  peer: quality('peer-recognised'),
  employee: on('employment', 'employee'),
  freelancer: on('employment', 'freelancer'),
  liaoning: on('region', 'liaoning'),
  central: on('affiliation', 'central'),
  otherProvince: on('affiliation', 'other-province'),
  qualified: on('assessment', 'qualified'),
  undetermined: on('assessment', 'undetermined'),
  school: on('education', 'technician-school'),
  bachelor: on('education', 'bachelor'),
  bachelorDegree: on('degree', 'bachelor'),
  doctor: on('degree', 'doctor'),
};

export interface Day {
  readonly asOf: number;
  readonly year: number;
}
export const dayOf = (asOf: string): Day => ({ asOf: firstDay(asOf), year: Number(asOf.slice(0, 4)) });

/** Conditions on the person, by name. */
export const person = {
  scopeEmployee: (c: Columns, d: number) =>
    c.employment[d] === on2.employee && c.region[d] === on2.liaoning && c.specialtyWork[d] === YES,
  scopeFreelance: (c: Columns, d: number) =>
    c.employment[d] === on2.freelancer && c.region[d] === on2.liaoning && c.specialtyWork[d] === YES,
  scopeEntrusted: (c: Columns, d: number) =>
    c.employment[d] === on2.employee &&
    (c.affiliation[d] === on2.central || c.affiliation[d] === on2.otherProvince) &&
    c.entrusted[d] === YES &&
    c.specialtyWork[d] === YES,
  freelances: (c: Columns, d: number) => c.employment[d] === on2.freelancer,
  /** Of people who freelance now, only the years that were assessed are looked at. */
  assessedWhereRecorded: (c: Columns, d: number, { year }: Day): boolean => {
    if (!currentTitle(c, d)) return false;
    if (span.last === NEVER) return true;
    if (yearOfDay(span.first) !== yearOfDay(span.last)) return false;
    const first = yearOfDay(span.first) + 1;
    if (first >= year) return true;
    if (c.assessments.known[d] === 0) return false;
    const end = c.assessments.from[d + 1] as number;
    for (let i = c.assessments.from[d] as number; i < end; i += 1) {
      const at = c.assessmentYear[i] as number;
      if (at >= 0 && (at < first || at >= year)) continue;
      const result = c.assessment[i] as number;
      if (result < on2.qualified && result !== on2.undetermined) return false;
    }
    return true;
  },
  /** A title of engineer in the specialty or one near it. */
  titled: (c: Columns, d: number): boolean => {
    const end = c.titles.from[d + 1] as number;
    for (let i = c.titles.from[d] as number; i < end; i += 1)
      if (c.titleLevel[i] === on2.engineer && (c.titleRelation[i] as number) >= NEAR) return true;
    return false;
  },
  scopeYear: (c: Columns, d: number, { asOf }: Day) =>
    c.since[d] !== UNKNOWN_LAST && anniversary(c.since[d] as number, 1) <= asOf,
  assessed: (c: Columns, d: number, { year }: Day): boolean => {
    if (!currentTitle(c, d)) return false;
    if (span.last === NEVER) return true;
    if (yearOfDay(span.first) !== yearOfDay(span.last)) return false;
    const first = yearOfDay(span.first) + 1;
    if (first >= year) return true;
    if (c.assessments.known[d] === 0) return false;
    const [from, end] = [c.assessments.from[d] as number, c.assessments.from[d + 1] as number];
    for (let one = first; one < year; one += 1) {
      let found = false;
      for (let i = from; i < end; i += 1) {
        const at = c.assessmentYear[i] as number;
        if (at !== one && at >= 0) continue;
        if ((c.assessment[i] as number) < on2.qualified) return false;
        if (at === one) found = true;
      }
      if (!found) return false;
    }
    return true;
  },
  diploma: (c: Columns, d: number, holds: (i: number) => boolean): boolean => {
    const end = c.educations.from[d + 1] as number;
    for (let i = c.educations.from[d] as number; i < end; i += 1) if (holds(i)) return true;
    return false;
  },
  degree: (c: Columns, d: number, holds: (i: number) => boolean): boolean => {
    const end = c.degrees.from[d + 1] as number;
    for (let i = c.degrees.from[d] as number; i < end; i += 1) if (holds(i)) return true;
    return false;
  },
  /** Days of work in the specialty since the title of engineer, by anniversaries. */
  years: (c: Columns, d: number, needed: number, { asOf }: Day): boolean => {
    const end = c.titles.from[d + 1] as number;
    for (let i = c.titles.from[d] as number; i < end; i += 1) {
      if (c.titleLevel[i] !== on2.engineer || (c.titleRelation[i] as number) < NEAR) continue;
      const begin = c.titleLast[i] as number;
      if (begin === UNKNOWN_LAST || begin > asOf) continue;
      const last = c.work.from[d + 1] as number;
      let worked = 0;
      let reached = begin - 1;
      // Stretches in order of their beginning: few, so the next one is looked for each time.
      for (;;) {
        let next = -1;
        for (let j = c.work.from[d] as number; j < last; j += 1) {
          if (c.workRelation[j] !== SAME || c.workFrom[j] === UNKNOWN_LAST) continue;
          const to = c.workTo[j] === UNKNOWN_FIRST ? asOf : Math.min(c.workTo[j] as number, asOf);
          if (to <= reached || (c.workFrom[j] as number) > to) continue;
          if (next < 0 || (c.workFrom[j] as number) < (c.workFrom[next] as number)) next = j;
        }
        if (next < 0) break;
        const to = c.workTo[next] === UNKNOWN_FIRST ? asOf : Math.min(c.workTo[next] as number, asOf);
        worked += to - Math.max(c.workFrom[next] as number, reached + 1) + 1;
        reached = to;
      }
      if (worked > 0 && anniversary(begin + (asOf - begin + 1 - worked), needed) <= asOf) return true;
    }
    return false;
  },
};

const ways = (mask: number, k: number): readonly Bundle[] => {
  const tokens: number[] = [];
  for (let left = mask; left !== 0; left &= left - 1) tokens.push(31 - Math.clz32(left & -left));
  return tokens.length >= k ? [[{ tokens, k }]] : [];
};

/** The nine items of 五(四)4: for each the achievements it may take and whether it is reached. */
export function items(
  l: Leaves,
): readonly { readonly takes: number; readonly met: boolean; readonly ways: () => readonly Bundle[] }[] {
  const ip = [0, 1, 2, 3].map((at) => ({
    all: l.ip[at] as number,
    good: l.ipBenefit[at] as number,
    k: at === 0 ? 1 : 2,
  }));
  const mixed = l.topicProvince !== 0 && bitCount(l.topicCity) >= 3;
  return [
    {
      takes: l.guardCity | l.guardCounty,
      met: l.guardCity !== 0 || bitCount(l.guardCounty) >= 2,
      ways: () => [...ways(l.guardCity, 1), ...ways(l.guardCounty, 2)],
    },
    {
      takes: l.majorProject | l.keyProject,
      met: l.majorProject !== 0 || bitCount(l.keyProject) >= 2,
      ways: () => [...ways(l.majorProject, 1), ...ways(l.keyProject, 2)],
    },
    {
      takes: l.topicProvince | l.topicCity,
      met: bitCount(l.topicProvince) >= 2 || mixed,
      ways: () => [...ways(l.topicProvince, 2), ...(mixed ? ways(l.topicCity, 3) : [])],
    },
    {
      takes: l.science | l.contest | l.equal,
      met: (l.science | l.contest | l.equal) !== 0,
      ways: () => ways(l.science | l.contest | l.equal, 1),
    },
    { takes: l.policy, met: l.policy !== 0, ways: () => ways(l.policy, 1) },
    { takes: l.internal, met: bitCount(l.internal) >= 2, ways: () => ways(l.internal, 2) },
    { takes: l.writing, met: l.writing !== 0, ways: () => ways(l.writing, 1) },
    { takes: l.report, met: bitCount(l.report) >= 2, ways: () => ways(l.report, 2) },
    {
      takes: ip.reduce((mask, { all }) => mask | all, 0),
      met: ip.some(({ all, good, k }) => bitCount(all) >= k && good !== 0),
      ways: () => ip.flatMap(({ all, good, k }) => (good === 0 ? [] : ways(all, k))),
    },
  ];
}

/** Whether three items can be fulfilled with different achievements. */
export function threeItems(l: Leaves): boolean {
  const all = items(l).filter(({ met }) => met);
  if (all.length < 3) return false;
  let [seen, disputed] = [0, 0];
  for (const { takes } of all) {
    disputed |= seen & takes;
    seen |= takes;
  }
  if (all.filter(({ takes }) => (takes & disputed) === 0).length >= 3) return true;
  return assign(all.map((item) => item.ways().map((bundle) => ({ bundle, score: 1 as const })))).size >= 3;
}

export const constants = { YES, NEAR, SAME, ...on2 };
export { bitCount };

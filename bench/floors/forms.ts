// The two hand-written floors over `senior.ts`: a yes or no, and a two-valued tree that explains it.
import { bitCount, constants as k, items, Leaves, pass, person, threeItems } from './senior.ts';
import type { Columns, Day } from './senior.ts';

/** Single pass, cheap questions first, achievements only for those whom nothing else rules out. */
export function eligible(c: Columns, d: number, day: Day): boolean {
  if (c.lawAbiding[d] !== k.YES || c.ethical[d] !== k.YES || c.healthy[d] !== k.YES || c.dutiful[d] !== k.YES)
    return false;
  if (c.education[d] !== 2 || c.theory[d] !== 2 || c.teaching[d] !== 2) return false;
  const isFree = person.scopeFreelance(c, d) && person.scopeYear(c, d, day);
  if (!person.scopeEmployee(c, d) && !isFree && !person.scopeEntrusted(c, d)) return false;
  if (!isMajorNear(c, d)) return false;
  if (!hasYears(c, d, day)) return false;
  if (!person.assessed(c, d, day) && !(person.freelances(c, d) && person.assessedWhereRecorded(c, d, day)))
    return false;
  if (!person.titled(c, d)) return false;
  const l = new Leaves();
  pass(c, d, day.asOf, l);
  const works =
    l.benefitWork !== 0 ||
    (l.hosted !== 0 && c.fields[d] === 2) ||
    (l.groupStandard | l.industryStandard | l.planReport) !== 0 ||
    (l.guarded !== 0 && c.design[d] === 2) ||
    (l.conversion | l.founding) !== 0;
  return works && threeItems(l);
}

const isMajorNear = (c: Columns, d: number): boolean =>
  c.proof[d] === k.YES ||
  person.diploma(c, d, (i) => (c.diplomaRelation[i] as number) >= k.NEAR) ||
  person.degree(c, d, (i) => (c.degreeRelation[i] as number) >= k.NEAR);

const isDoctor = (c: Columns, d: number): boolean =>
  person.degree(c, d, (i) => c.degree[i] === k.doctor && c.degreeRecognised[i] === k.YES);
const isBachelor = (c: Columns, d: number): boolean =>
  person.diploma(c, d, (i) => (c.diploma[i] as number) >= k.bachelor && c.diplomaRecognised[i] === k.YES);
const hasDegree = (c: Columns, d: number): boolean =>
  person.degree(c, d, (i) => (c.degree[i] as number) >= k.bachelorDegree && c.degreeRecognised[i] === k.YES);
const isFromSchool = (c: Columns, d: number): boolean => person.diploma(c, d, (i) => c.diploma[i] === k.school);

function hasYears(c: Columns, d: number, day: Day): boolean {
  if (isFromSchool(c, d) && c.school[d] === 2) return true;
  if (isDoctor(c, d) && person.years(c, d, 2, day)) return true;
  return (isBachelor(c, d) || hasDegree(c, d)) && person.years(c, d, 5, day);
}

/** What the tree says of one condition. */
export interface Told {
  readonly id: string;
  readonly met: boolean;
  readonly need: number;
  readonly have: number;
  /** Places of the achievements that count. */
  readonly evidence: readonly number[];
  readonly children: readonly Told[];
}

const NOTHING: readonly never[] = [];
const fact = (id: string, met: boolean): Told => ({ id, met, need: 0, have: 0, evidence: NOTHING, children: NOTHING });
const all = (id: string, children: readonly Told[]): Told => ({
  id,
  met: children.every(({ met }) => met),
  need: 0,
  have: 0,
  evidence: NOTHING,
  children,
});
const any = (id: string, children: readonly Told[]): Told => ({
  id,
  met: children.some(({ met }) => met),
  need: 0,
  have: 0,
  evidence: NOTHING,
  children,
});

function count(id: string, mask: number, need = 1): Told {
  const evidence: number[] = [];
  for (let left = mask; left !== 0; left &= left - 1) evidence.push(31 - Math.clz32(left & -left));
  return { id, met: evidence.length >= need, need, have: evidence.length, evidence, children: NOTHING };
}

/** The whole explanation of one dossier, two-valued. */
export function explained(c: Columns, d: number, day: Day): Told {
  const l = new Leaves();
  pass(c, d, day.asOf, l);
  const [a, b] = [person.years(c, d, 2, day), person.years(c, d, 5, day)];
  const isItems = threeItems(l);
  const parts = itemParts(l);
  return all('normal', [
    any('scope', [
      fact('scope-employee', person.scopeEmployee(c, d)),
      all('scope-freelancer', [
        fact('scope-freelancer-work', person.scopeFreelance(c, d)),
        fact('scope-freelancer-year', person.scopeYear(c, d, day)),
      ]),
      fact('scope-entrusted', person.scopeEntrusted(c, d)),
    ]),
    all('basic', [
      fact('basic-1', c.lawAbiding[d] === k.YES),
      all('basic-2', [
        fact('basic-2-ethics', c.ethical[d] === k.YES),
        fact('basic-2-health', c.healthy[d] === k.YES),
        fact('basic-2-duty', c.dutiful[d] === k.YES),
        any('basic-2-assessments', [
          fact('basic-2-assessments-years', person.assessed(c, d, day)),
          all('basic-2-assessments-freelancer', [
            fact('basic-2-assessments-freelancer-now', person.freelances(c, d)),
            fact('basic-2-assessments-freelancer-years', person.assessedWhereRecorded(c, d, day)),
          ]),
        ]),
      ]),
      fact('basic-3', c.education[d] === 2),
    ]),
    any('major', [
      fact(
        'major-education',
        person.diploma(c, d, (i) => (c.diplomaRelation[i] as number) >= k.NEAR),
      ),
      fact(
        'major-degree',
        person.degree(c, d, (i) => (c.degreeRelation[i] as number) >= k.NEAR),
      ),
      fact('major-proof', c.proof[d] === k.YES),
    ]),
    any('senior-1', [
      all('senior-1-1', [fact('senior-1-1-degree', isDoctor(c, d)), fact('senior-1-1-years', a)]),
      all('senior-1-2', [
        any('senior-1-2-education', [
          fact('senior-1-2-education-diploma', isBachelor(c, d)),
          fact('senior-1-2-education-degree', hasDegree(c, d)),
        ]),
        fact('senior-1-2-years', b),
      ]),
      all('senior-1-3', [fact('senior-1-3-graduate', isFromSchool(c, d)), fact('senior-1-3-rule', c.school[d] === 2)]),
    ]),
    all('senior-2', [fact('senior-2-1', c.theory[d] === 2), fact('senior-2-2', c.teaching[d] === 2)]),
    any('senior-3', [
      count('senior-3-1', l.benefitWork),
      all('senior-3-2', [count('senior-3-2-project', l.hosted), fact('senior-3-2-ability', c.fields[d] === 2)]),
      any('senior-3-3', [
        count('senior-3-3-group', l.groupStandard),
        count('senior-3-3-industry', l.industryStandard),
        count('senior-3-3-report', l.planReport),
      ]),
      all('senior-3-4', [count('senior-3-4-project', l.guarded), fact('senior-3-4-ability', c.design[d] === 2)]),
      any('senior-3-5', [count('senior-3-5-conversion', l.conversion), count('senior-3-5-founding', l.founding)]),
    ]),
    all('senior-results', [
      fact('senior-4-title', person.titled(c, d)),
      {
        id: 'senior-4',
        met: isItems,
        need: 3,
        have: items(l).filter(({ met }) => met).length,
        evidence: NOTHING,
        children: parts,
      },
    ]),
  ]);
}

function itemParts(l: Leaves): readonly Told[] {
  const ip = ['a', 'b', 'c', 'd'].map((letter, at) =>
    all(`senior-4-9-${letter}`, [
      count(`senior-4-9-${at + 1}`, l.ip[at] as number, at === 0 ? 1 : 2),
      count(`senior-4-9-${at + 1}-benefit`, l.ipBenefit[at] as number),
    ]),
  );
  return [
    any('senior-4-1', [count('senior-4-1-city', l.guardCity), count('senior-4-1-county', l.guardCounty, 2)]),
    any('senior-4-2', [count('senior-4-2-major', l.majorProject), count('senior-4-2-key', l.keyProject, 2)]),
    any('senior-4-3', [
      count('senior-4-3-two', l.topicProvince, 2),
      all('senior-4-3-mixed', [
        count('senior-4-3-province', l.topicProvince),
        count('senior-4-3-three', l.topicCity, 3),
      ]),
    ]),
    any('senior-4-4', [
      count('senior-4-4-science', l.science),
      count('senior-4-4-contest', l.contest),
      count('senior-4-4-equal', l.equal),
    ]),
    count('senior-4-5', l.policy),
    count('senior-4-6', l.internal, 2),
    count('senior-4-7', l.writing),
    count('senior-4-8', l.report, 2),
    any('senior-4-9', ip),
  ];
}

export { bitCount };

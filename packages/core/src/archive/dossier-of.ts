import type { Achievement, Dossier, Judgement } from '@zhiping/standard';
import { achievementOf, type ClaimDecisions } from './achievement-of.ts';
import type { Attestation, AttestationId } from './attestations.ts';
import type { RowFacts } from './counting.ts';
import { dateOf, flagOf, numberOf, relationOf, textOf, withoutUndefined, wordOf } from './dossier-values.ts';
import { kindSpec, type RowKind } from './kinds/index.ts';

/** Facts of an application that are not rows of the archive. Absent ones stay unknown. */
export interface DossierFacts {
  /** Name of the specialty applied for, e.g. 安防工程. */
  readonly specialty?: string;
  readonly attestations?: readonly Attestation[];
  readonly consents?: NonNullable<Dossier['consents']>;
  readonly greenChannel?: NonNullable<Dossier['greenChannel']>;
  /** Decisions of reviewers on conditions, by node id. */
  readonly judgements?: Readonly<Record<string, Judgement>>;
  /** Decisions of reviewers on degree words and qualities, by row id. */
  readonly decisions?: Readonly<Record<string, ClaimDecisions>>;
}

export interface DossierOptions {
  /** `verified` takes what the unit confirmed; `entered` shows what would be, were everything confirmed. */
  readonly basis: 'verified' | 'entered';
  /** Ids of the achievements chosen for the application; other rows are always taken. */
  readonly chosen: ReadonlySet<string> | 'all';
  /** The day on which sanctions are looked at, `YYYY-MM-DD`. */
  readonly asOf: string;
}

/**
 * The dossier of a person: the facts a standard is evaluated on, from archive rows and the facts of the application.
 * Pure; the same rows in any order give the same dossier. What the archive does not say is left out (unknown), never
 * guessed.
 */
export function dossierOf(rows: readonly RowFacts[], facts: DossierFacts, options: DossierOptions): Dossier {
  const taken = rows
    .filter((row) => row.state !== 'recycled' && (options.basis === 'entered' || row.state === 'verified'))
    .filter((row) => options.chosen === 'all' || !kindSpec(row.kind).achievement || options.chosen.has(row.id))
    .toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const of = (kind: RowKind) => taken.filter((row) => row.kind === kind);
  const benefits = of('benefit');
  const achievements = taken
    .map((row) => achievementOf(row, benefits, facts.decisions?.[row.id] ?? {}))
    .filter((one): one is Achievement => one !== null);
  return withoutUndefined({
    format: 'zhiping-dossier-1',
    applicant: applicantOf(of('basic')[0], of('conduct')[0], facts, options.asOf),
    educations: listed(of('education').map((row) => educationOf(row, options))),
    degrees:
      of('education').length + of('degree').length > 0 ? of('degree').map((row) => degreeOf(row, options)) : undefined,
    titles: listed(of('title').map((row) => titleOf(row, of('appointment')))),
    probation: probationOf(facts.attestations ?? []),
    workPeriods: listed(of('work').map(workPeriodOf)),
    assessments: assessmentsOf(of('assessment'), facts.attestations ?? []),
    continuingEducation: learningDutyOf(facts.attestations ?? []),
    learning: learningOf(of('continuing-education')),
    conduct: conductOf(facts.attestations ?? []),
    skills: of('skill-certificate').map((row) => ({
      level: wordOf('skill', row.fields.level),
      occupation: textOf(row.fields.name),
      relation: relationOf(row.fields),
      obtainedOn: dateOf(row.fields.issuedOn),
    })),
    achievements,
    recommendations: of('recommendation').map((row) => ({
      name: textOf(row.fields.expert),
      titleLevel: wordOf('title-level', row.fields.expertLevel),
      relation: relationOf(row.fields),
      nationalTalent:
        row.fields.nationalTalent === undefined || row.fields.nationalTalent === null
          ? undefined
          : row.fields.nationalTalent === 'yes',
    })),
    consents: consentsOf(of('department-consent'), facts.consents),
    greenChannel: facts.greenChannel,
    judgements: facts.judgements === undefined ? undefined : { ...facts.judgements },
  });
}

function applicantOf(
  basic: RowFacts | undefined,
  conduct: RowFacts | undefined,
  facts: DossierFacts,
  asOf: string,
): Dossier['applicant'] {
  if (basic === undefined) return undefined;
  const { fields } = basic;
  const employment = wordOf('employment', fields.employment);
  return {
    name: textOf(fields.name),
    birthDate: dateOf(fields.bornOn),
    employment,
    ownership: wordOf('ownership', fields.ownership),
    affiliation: wordOf('affiliation', fields.affiliation),
    region: wordOf('region', fields.region),
    inRegionSince: dateOf(fields.freelanceSince),
    // In post means a labour relation with a unit of the province, or free work in the specialty (LN-2024 一).
    onPost: employment === undefined ? undefined : employment === 'freelancer' || fields.labourRelation === true,
    specialtyWork: dateOf(fields.inSpecialtySince) === undefined ? undefined : true,
    specialty: facts.specialty,
    sanctioned: inForce(conduct, 'demerit', asOf),
    barred: inForce(conduct, 'dishonesty', asOf),
  };
}

/** Whether a sanction of this sort still stands on the day; without an end it stands. */
function inForce(conduct: RowFacts | undefined, sort: string, asOf: string): boolean | undefined {
  const sanction = textOf(conduct?.fields.sanction);
  if (sanction === undefined) return undefined;
  const endsOn = dateOf(conduct?.fields.endsOn);
  return sanction === sort && (endsOn === undefined || asOf <= endsOn);
}

type Item<K extends 'educations' | 'degrees' | 'titles' | 'workPeriods' | 'assessments'> = NonNullable<
  Dossier[K]
>[number];

function educationOf(row: RowFacts, options: DossierOptions): Item<'educations'> {
  return {
    level: wordOf('education', row.fields.level),
    technicianClass: wordOf('technician-class', row.fields.technicianClass),
    school: textOf(row.fields.school),
    major: textOf(row.fields.major),
    relation: relationOf(row.fields),
    graduatedOn: dateOf(row.fields.graduatedOn),
    recognised: recognisedBy(row, options),
    fullTime: flagOf(row.fields.fullTime),
  };
}

function degreeOf(row: RowFacts, options: DossierOptions): Item<'degrees'> {
  return {
    degree: wordOf('degree', row.fields.level),
    field: textOf(row.fields.major),
    relation: relationOf(row.fields),
    awardedOn: dateOf(row.fields.grantedOn),
    recognised: recognisedBy(row, options),
  };
}

/** Liaoning asks for no diplomas: that the state recognises them is what the unit verifies (LN-2024 八(四)). */
function recognisedBy(row: RowFacts, options: DossierOptions): boolean | undefined {
  return row.state === 'verified' || options.basis === 'entered' ? true : undefined;
}

function titleOf(row: RowFacts, appointments: readonly RowFacts[]): Item<'titles'> {
  const level = wordOf('title-level', row.fields.level);
  const appointment = appointments
    .filter((one) => level !== undefined && one.fields.level === level)
    .toSorted((a, b) => ((dateOf(a.fields.from) ?? '9') < (dateOf(b.fields.from) ?? '9') ? -1 : 1))[0];
  return {
    level,
    series: textOf(row.fields.series),
    specialty: textOf(row.fields.specialty),
    relation: relationOf(row.fields),
    obtainedOn: dateOf(row.fields.acquiredOn),
    appointedOn: dateOf(appointment?.fields.from),
    appointedUntil: dateOf(appointment?.fields.to),
  };
}

function workPeriodOf(row: RowFacts): Item<'workPeriods'> {
  return {
    from: dateOf(row.fields.from),
    to: dateOf(row.fields.to),
    unit: textOf(row.fields.unitName),
    post: textOf(row.fields.post),
    relation: relationOf(row.fields),
  };
}

/** The unit's attestation of a year wins over the row the person entered. */
function assessmentsOf(rows: readonly RowFacts[], attestations: readonly Attestation[]): Dossier['assessments'] {
  const byYear = new Map<number, Item<'assessments'>>();
  for (const row of rows) {
    const year = numberOf(row.fields.year);
    if (year !== undefined) byYear.set(year, { year, result: wordOf('assessment', row.fields.result) });
  }
  for (const one of attestations) {
    if (one.id !== 'assessment') continue;
    byYear.set(one.year, { year: one.year, result: wordOf('assessment', one.result) });
  }
  return listed([...byYear.values()].toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0)));
}

function learningDutyOf(attestations: readonly Attestation[]): Dossier['continuingEducation'] {
  return {
    fulfilled: attested(attestations, 'learning'),
    relatedProof: attested(attestations, 'learning-related'),
  };
}

function learningOf(rows: readonly RowFacts[]): Dossier['learning'] {
  return listed(
    rows.map((row) => ({
      year: numberOf(row.fields.year),
      type: wordOf('learning-type', row.fields.type),
      hours: numberOf(row.fields.hours),
      platform: textOf(row.fields.provider),
    })),
  );
}

function conductOf(attestations: readonly Attestation[]): Dossier['conduct'] {
  return {
    lawAbiding: attested(attestations, 'law-abiding'),
    ethical: attested(attestations, 'ethical'),
    healthy: attested(attestations, 'healthy'),
    dutiful: attested(attestations, 'dutiful'),
    // The unit attests both in one: a denial does not say which of the two fails.
    majorFault: attested(attestations, 'dutiful') === true ? false : undefined,
  };
}

/** What the competent departments answered in writing, beside what the application states; nothing written is unknown. */
function consentsOf(rows: readonly RowFacts[], stated: Dossier['consents']): Dossier['consents'] {
  if (rows.length === 0) return stated;
  return { ...stated, department: rows.some(({ fields }) => fields.agreed === 'yes') };
}

function probationOf(attestations: readonly Attestation[]): Dossier['probation'] {
  const one = attestations.find((attestation) => attestation.id === 'probation');
  return one === undefined ? undefined : { years: one.years ?? undefined, relation: 'same', assessed: one.holds };
}

function attested(attestations: readonly Attestation[], id: AttestationId): boolean | undefined {
  return attestations.find((one) => one.id === id)?.holds;
}

/** A list that is written is complete; one without entries is unknown and left out. */
function listed<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length === 0 ? undefined : items;
}

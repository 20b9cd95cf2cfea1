import type { Achievement, Dossier, Judgement } from '@zhiping/standard';
import { achievementOf, type ClaimDecisions } from './achievement-of.ts';
import type { Attestation, AttestationId } from './attestations.ts';
import type { RowFacts } from './counting.ts';
import { dateOf, flagOf, numberOf, relationOf, textOf, withoutUndefined, wordOf } from './dossier-values.ts';
import type { EvidenceList } from './evidence-lists.ts';
import type { FieldValue } from './fields.ts';
import { kindSpec, type RowKind } from './kinds/index.ts';

/** Facts of an application that are not rows of the archive. Absent ones stay unknown. */
export interface DossierFacts {
  /** Name of the specialty applied for, e.g. 安防工程. */
  readonly specialty?: string;
  readonly attestations?: readonly Attestation[];
  readonly consents?: NonNullable<Dossier['consents']>;
  readonly greenChannel?: NonNullable<Dossier['greenChannel']>;
  /** Of the application's self-score. */
  readonly selfScore?: NonNullable<Dossier['selfScore']>;
  /** Experts who filled their letter for this application, beside the rows of recommendation. */
  readonly recommendations?: NonNullable<Dossier['recommendations']>;
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
  /** What the plan says proves what; the general list where absent. */
  readonly evidence?: readonly EvidenceList[];
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
  const witnesses = {
    benefits: of('benefit'),
    // What is dated later than the day cannot have been shown on it.
    standings: of('standing').filter(({ fields }) => (dateOf(fields.signedOn) ?? '') <= options.asOf),
  };
  const empty = emptyPartsOf(of('basic')[0]);
  const achievements = taken
    .map((row) => achievementOf(row, witnesses, facts.decisions?.[row.id] ?? {}, options.evidence))
    .filter((one): one is Achievement => one !== null);
  return withoutUndefined({
    format: 'zhiping-dossier-1',
    applicant: applicantOf(of('basic')[0], of('conduct')[0], facts, options.asOf),
    educations: listed(
      of('education').map((row) => educationOf(row, options)),
      empty.has('educations'),
    ),
    degrees: listed(
      of('degree').map((row) => degreeOf(row, options)),
      empty.has('degrees') || of('education').length > 0,
    ),
    titles: listed(
      [
        ...of('title').map((row) => titleOf(row, of('appointment'))),
        ...of('qualification')
          .filter(({ fields }) => textOf(fields.level) !== undefined)
          .map((row) => ({ ...titleOf(row, of('appointment')), byQualification: true })),
      ],
      empty.has('titles'),
    ),
    probation: probationOf(facts.attestations ?? []),
    workPeriods: listed(of('work').map(workPeriodOf), empty.has('workPeriods')),
    assessments: assessmentsOf(of('assessment'), facts.attestations ?? []),
    examinations: listed(of('examination').map(examinationOf), empty.has('examinations')),
    continuingEducation: learningDutyOf(facts.attestations ?? []),
    learning: learningOf(of('continuing-education'), empty.has('learning')),
    conduct: conductOf(facts.attestations ?? []),
    skills: of('skill-certificate').map((row) => ({
      level: wordOf('skill', row.fields.level),
      occupation: textOf(row.fields.name),
      relation: relationOf(row.fields),
      obtainedOn: dateOf(row.fields.issuedOn),
    })),
    achievements,
    recommendations: [
      ...of('recommendation').map((row) => ({
        name: textOf(row.fields.expert),
        titleLevel: wordOf('title-level', row.fields.expertLevel),
        titleYears: numberOf(row.fields.titleYears),
        relation: relationOf(row.fields),
        nationalTalent: yesNoOf(row.fields.nationalTalent),
      })),
      ...(facts.recommendations ?? []),
    ],
    selfScore: facts.selfScore,
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
    onPost: employment === 'freelancer' ? true : employment === undefined ? undefined : flagOf(fields.labourRelation),
    specialtyWork: flagOf(fields.specialtyWork) ?? (dateOf(fields.inSpecialtySince) === undefined ? undefined : true),
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
    later: flagOf(row.fields.later),
  };
}

function degreeOf(row: RowFacts, options: DossierOptions): Item<'degrees'> {
  return {
    degree: wordOf('degree', row.fields.level),
    field: textOf(row.fields.major),
    relation: relationOf(row.fields),
    awardedOn: dateOf(row.fields.grantedOn),
    recognised: recognisedBy(row, options),
    engineeringProfessional: flagOf(row.fields.engineeringProfessional),
    later: flagOf(row.fields.later),
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
    byQualification: textOf(row.fields.way) === undefined ? undefined : false,
    current: flagOf(row.fields.current),
  };
}

function workPeriodOf(row: RowFacts): Item<'workPeriods'> {
  return {
    from: dateOf(row.fields.from),
    to: dateOf(row.fields.to),
    unit: textOf(row.fields.unitName),
    post: textOf(row.fields.post),
    relation: relationOf(row.fields),
    region: wordOf('region', row.fields.region),
    mountainCounty: flagOf(row.fields.mountainCounty),
  };
}

function examinationOf({ fields }: RowFacts): NonNullable<Dossier['examinations']>[number] {
  return {
    name: textOf(fields.name),
    level: wordOf('title-level', fields.level),
    passed: flagOf(fields.passed),
    passedOn: dateOf(fields.passedOn),
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

function learningOf(rows: readonly RowFacts[], none: boolean): Dossier['learning'] {
  return listed(
    rows.map((row) => ({
      year: numberOf(row.fields.year),
      type: wordOf('learning-type', row.fields.type),
      hours: numberOf(row.fields.hours),
      platform: textOf(row.fields.provider),
      studiedAt: wordOf('learning-platform', row.fields.studiedAt),
      registeredAt: wordOf('learning-platform', row.fields.registeredAt),
    })),
    none,
  );
}

function conductOf(attestations: readonly Attestation[]): Dossier['conduct'] {
  return {
    lawAbiding: attested(attestations, 'law-abiding'),
    ethical: attested(attestations, 'ethical'),
    healthy: attested(attestations, 'healthy'),
    dutiful: attested(attestations, 'dutiful'),
    academicMisconduct: denied(attested(attestations, 'academic-honesty')),
    // A unit may attest both in one: a denial of that does not say which of the two fails.
    majorFault:
      denied(attested(attestations, 'no-fault')) ?? (attested(attestations, 'dutiful') === true ? false : undefined),
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

/** The opposite of what the unit attests, where it attests. */
function denied(holds: boolean | undefined): boolean | undefined {
  return holds === undefined ? undefined : !holds;
}

function yesNoOf(value: FieldValue | undefined): boolean | undefined {
  return value === 'yes' ? true : value === 'no' ? false : undefined;
}

/** Parts the person declares to have nothing in. */
function emptyPartsOf(basic: RowFacts | undefined): ReadonlySet<string> {
  const parts = basic?.fields.emptyParts;
  return new Set(Array.isArray(parts) ? parts : []);
}

/** A list that is written is complete; one without entries is unknown and left out, unless the person says there are none. */
function listed<T>(items: readonly T[], none = false): readonly T[] | undefined {
  return items.length === 0 && !none ? undefined : items;
}

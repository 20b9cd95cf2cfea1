import { type Achievement, type Dossier, type Judgement, type Quality, VALUES } from '@zhiping/standard';
import { achievementOf, type ClaimDecisions } from './achievement-of.ts';
import type { Attestation, AttestationId } from './attestations.ts';
import { type RowFacts } from './counting.ts';
import { dateOf, flagOf, numberOf, relationOf, textOf, wordOf } from './dossier-values.ts';
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
  return compact({
    format: 'zhiping-dossier-1' as const,
    applicant: applicantOf(of('basic')[0], of('conduct')[0], of('work'), facts, options.asOf),
    educations: listed(of('education').map((row) => educationOf(row, options))),
    degrees: of('education').length + of('degree').length > 0 ? of('degree').map((row) => degreeOf(row, options)) : undefined,
    titles: listed(of('title').map((row) => titleOf(row, of('appointment')))),
    probation: probationOf(facts.attestations ?? []),
    workPeriods: listed(of('work').map(workPeriodOf)),
    assessments: assessmentsOf(of('assessment'), facts.attestations ?? []),
    continuingEducation: learningOf(of('continuing-education'), facts.attestations ?? []),
    conduct: conductOf(facts.attestations ?? []),
    skills: of('skill-certificate').map((row) =>
      compact({
        level: wordOf('skill', row.fields.level),
        occupation: textOf(row.fields.name),
        relation: relationOf(row.fields),
        obtainedOn: dateOf(row.fields.issuedOn),
      }),
    ),
    achievements,
    recommendations: of('recommendation').map((row) =>
      compact({
        name: textOf(row.fields.expert),
        titleLevel: wordOf('title-level', row.fields.expertLevel),
        relation: relationOf(row.fields),
      }),
    ),
    consents: facts.consents,
    greenChannel: facts.greenChannel,
    judgements: facts.judgements === undefined ? undefined : { ...facts.judgements },
  });
}

/** Drops what is undefined, so that "unknown" is "left out". */
export function compact<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

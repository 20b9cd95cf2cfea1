import type { DocumentMark, StandardPack } from '@zhiping/standard';
import { nodesOf } from '@zhiping/standard/authoring/pack-labels';
import type { Plan } from '../plan/index.ts';
import type { Questions } from './questions.ts';

/** A policy in one glance, for lists and for offering the right standard; plain JSON. */
export interface LibraryCard {
  /** Region word of the vocabulary, e.g. `liaoning`; empty where it belongs to none. */
  readonly jurisdiction: string;
  /** Its name; 全国 where it is no region. */
  readonly jurisdictionName: string;
  /** Where the pack does not state a checked official text. */
  readonly mark: DocumentMark | null;
  readonly series: string;
  readonly document: string;
  readonly number: string;
  readonly issuers: readonly string[];
  readonly issuedOn: string | null;
  readonly inForceFrom: string | null;
  readonly repealedOn: string | null;
  readonly replaces: readonly string[];
  readonly levels: readonly { readonly level: string; readonly name: string; readonly routes: readonly string[] }[];
  readonly specialties: readonly { readonly id: string; readonly name: string; readonly text: string }[];
  /** Wording of the condition on who may apply, where the standard opens with one. */
  readonly scope: string;
  readonly conditions: number;
  readonly readings: number;
  readonly questions: number;
  /** For a plan: the standards it follows, its year and its windows. */
  readonly year: number | null;
  readonly standards: readonly string[];
  readonly windows: readonly { readonly name: string; readonly opensOn: string; readonly closesOn: string }[];
}

const EMPTY: LibraryCard = {
  jurisdiction: '',
  jurisdictionName: '',
  mark: null,
  series: '',
  document: '',
  number: '',
  issuers: [],
  issuedOn: null,
  inForceFrom: null,
  repealedOn: null,
  replaces: [],
  levels: [],
  specialties: [],
  scope: '',
  conditions: 0,
  readings: 0,
  questions: 0,
  year: null,
  standards: [],
  windows: [],
};

export function cardOfStandard(pack: StandardPack): LibraryCard {
  const { document, jurisdiction, vocabulary } = pack;
  const scope = pack.shared.find(({ id }) => id === 'scope') ?? pack.shared[0];
  return {
    ...EMPTY,
    jurisdiction,
    jurisdictionName: vocabulary.scales.region.words.find(({ id }) => id === jurisdiction)?.label ?? '全国',
    mark: document.mark ?? null,
    series: pack.series,
    document: document.title,
    number: document.number,
    issuers: document.issuers,
    issuedOn: document.issuedOn,
    inForceFrom: document.inForceFrom,
    repealedOn: document.repealedOn,
    replaces: document.replaces,
    levels: pack.levels.map(({ level, name, routes }) => ({ level, name, routes: routes.map((route) => route.name) })),
    specialties: pack.specialties.map(({ id, name, text }) => ({ id, name, text })),
    scope: scope?.text ?? '',
    conditions: nodesOf(pack).size,
    readings: pack.readings.length,
  };
}

export function cardOfPlan(plan: Plan): LibraryCard {
  return {
    ...EMPTY,
    jurisdiction: plan.jurisdiction,
    jurisdictionName: plan.scope.province,
    series: plan.series,
    document: plan.source.title,
    issuers: [plan.organiser],
    issuedOn: plan.source.issued,
    readings: plan.readings.length,
    year: plan.year,
    standards: [
      ...new Set(plan.specialties.flatMap(({ standard }) => (standard.pack === undefined ? [] : [standard.pack]))),
    ],
    windows: plan.windows.map(({ name, opensOn, closesOn }) => ({ name, opensOn, closesOn })),
  };
}

export const cardOfQuestions = (questions: Questions): LibraryCard => ({
  ...EMPTY,
  jurisdiction: questions.jurisdiction,
  document: questions.document.title,
  number: questions.document.number ?? '',
  issuedOn: questions.document.issued ?? null,
  questions: questions.questions.length,
});

import { kindSpec, isRowKind, type RowKind, type SectionId } from '../archive/index.ts';

/** A submitted row, as far as its place beside the clauses depends on it. */
export interface SubmittedRow {
  readonly id: string;
  readonly kind: string;
  /** The row it speaks for, for rows of benefit and of standing. */
  readonly about?: string | undefined;
}

/** One condition of a report, with the records that were looked at. */
export interface Clause {
  readonly id: string;
  readonly counted: readonly { readonly id: string }[];
  readonly notCounted: readonly { readonly id: string }[];
  readonly children: readonly Clause[];
}

/** The rows of which each part of the dossier is made (`dossierOf`). Units attest the rest: no row stands behind it. */
const KINDS_OF_PART: Readonly<Record<string, readonly RowKind[]>> = {
  applicant: ['basic', 'conduct'],
  educations: ['education'],
  degrees: ['degree'],
  titles: ['title', 'qualification', 'appointment'],
  workPeriods: ['work', 'appointment'],
  assessments: ['assessment'],
  examinations: ['examination'],
  learning: ['continuing-education'],
  skills: ['skill-certificate'],
  recommendations: ['recommendation'],
  consents: ['department-consent'],
};

/**
 * The submitted rows each clause rests on, by the clause's id: the achievements that count or were looked at, with what
 * speaks for them, and the rows of which the parts of the dossier it reads are made. Clauses without rows are left out.
 *
 * @param reads the parts of a dossier that a clause itself looks at (`partsReadBy`)
 */
export function rowsBehind(
  trees: readonly Clause[],
  reads: (clause: string) => ReadonlySet<string>,
  rows: readonly SubmittedRow[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  const visit = (clause: Clause): void => {
    const looked = new Set([...clause.counted, ...clause.notCounted].map(({ id }) => id));
    const kinds = new Set([...reads(clause.id)].flatMap((part) => KINDS_OF_PART[part] ?? []) as readonly string[]);
    const own = rows.filter(
      ({ id, kind, about }) => looked.has(id) || (about !== undefined && looked.has(about)) || kinds.has(kind),
    );
    const before = found.get(clause.id);
    if (own.length > 0) found.set(clause.id, new Set([...(before ?? []), ...own.map(({ id }) => id)]));
    for (const part of clause.children) visit(part);
  };
  for (const tree of trees) visit(tree);
  return new Map([...found].map(([clause, ids]) => [clause, [...ids]]));
}

/** What a person holds against the printed text, by the sections of the archive it is about. */
const SECTIONS_BY_HAND: Readonly<Record<string, readonly SectionId[]>> = {
  'by-hand-education': ['person', 'schooling', 'titles', 'career'],
  'by-hand-conduct': ['assessments', 'learning'],
  'by-hand-results': [
    'projects',
    'honours',
    'rights',
    'publications',
    'documents',
    'benefits',
    'endorsements',
    'influence',
  ],
};

/** The same where the standard of the specialty is checked by hand. */
export function rowsBehindByHand(rows: readonly SubmittedRow[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Object.entries(SECTIONS_BY_HAND).map(([clause, sections]) => [
      clause,
      rows.filter(({ kind }) => isRowKind(kind) && sections.includes(kindSpec(kind).section)).map(({ id }) => id),
    ]),
  );
}

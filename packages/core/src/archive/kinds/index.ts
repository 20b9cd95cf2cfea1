import type { KindSpec, SectionId } from '../kind.ts';
import { careerKinds } from './career.ts';
import { documentKinds } from './documents.ts';
import { honourKinds } from './honours.ts';
import { personKinds } from './person.ts';
import { projectKinds } from './projects.ts';
import { publicationKinds } from './publications.ts';
import { rightKinds } from './rights.ts';

/** Every kind of row, in the order of the page. */
export const ROW_KINDS = [
  ...personKinds,
  ...careerKinds,
  ...projectKinds,
  ...honourKinds,
  ...rightKinds,
  ...publicationKinds,
  ...documentKinds,
] as const satisfies readonly KindSpec[];

export type RowKind = (typeof ROW_KINDS)[number]['kind'];
export const ROW_KIND_IDS: readonly RowKind[] = ROW_KINDS.map((spec) => spec.kind);

const BY_KIND = new Map<RowKind, KindSpec>(ROW_KINDS.map((spec) => [spec.kind, spec]));

/** The description of `kind`. */
export function kindSpec(kind: RowKind): KindSpec {
  const spec = BY_KIND.get(kind);
  if (spec === undefined) throw new Error(`no such kind of row: ${kind}`);
  return spec;
}

/** True for the name of a kind. */
export function isRowKind(text: string): text is RowKind {
  return (BY_KIND as ReadonlyMap<string, KindSpec>).has(text);
}

/** Kinds of one section, in the order of the page. */
export function kindsOf(section: SectionId): readonly KindSpec[] {
  return ROW_KINDS.filter((spec) => spec.section === section);
}

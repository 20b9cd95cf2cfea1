import type { Dossier, Title } from '../dossier/dossier.ts';
import { rankOn } from './predicate.ts';

/** 现职称: the title that later achievements are measured against. */
export type CurrentTitle =
  | { readonly known: 'none' }
  | { readonly known: 'unknown' }
  | { readonly known: 'title'; readonly title: Title };

/**
 * The title marked `current`; else, among those of the same or a near specialty (all when there is none), the one of the
 * highest level, obtained last. Unknown when titles are not stated or the level or date that would decide is not.
 */
export function currentTitle(dossier: Dossier): CurrentTitle {
  const { titles } = dossier;
  if (!titles) return { known: 'unknown' };
  const marked = titles.find((title) => title.current === true);
  if (marked) return { known: 'title', title: marked };
  const related = titles.filter((title) => title.relation !== 'other');
  const candidates = related.length > 0 ? related : titles;
  if (candidates.length === 0) return { known: 'none' };
  if (candidates.length > 1 && candidates.some((title) => title.level === undefined)) return { known: 'unknown' };
  const ranked = candidates.toSorted(
    (a, b) =>
      rankOn('title-level', b.level ?? '') - rankOn('title-level', a.level ?? '') ||
      (b.obtainedOn ?? '9999').localeCompare(a.obtainedOn ?? '9999'),
  );
  const [first] = ranked;
  return first ? { known: 'title', title: first } : { known: 'none' };
}

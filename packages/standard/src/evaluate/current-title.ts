import type { Dossier, Title } from '../dossier/dossier.ts';
import { dayRange } from './dates.ts';
import { rankOn } from './predicate.ts';

/**
 * 现职称, the title that later achievements are measured against: every title it may turn out to be once what is not
 * stated becomes known. None when the person has no title; unknown when titles are not stated at all.
 */
export type CurrentTitle =
  | { readonly known: 'none' }
  | { readonly known: 'unknown' }
  | { readonly known: 'titles'; readonly possible: readonly Title[] };

/**
 * The title marked `current`; else, among those of the same or a near specialty (all when there is none), the one of the
 * highest level, obtained last. With unknown levels, dates or specialties several titles remain possible.
 */
export function currentTitle(dossier: Dossier): CurrentTitle {
  const { titles } = dossier;
  if (!titles) return { known: 'unknown' };
  if (titles.length === 0) return { known: 'none' };
  const marked = titles.find((title) => title.current === true);
  if (marked) return { known: 'titles', possible: [marked] };
  const surelyRelated = titles.filter(({ relation }) => relation === 'same' || relation === 'near');
  const possible = titles.filter(
    (title) =>
      !(title.relation === 'other' && surelyRelated.length > 0) &&
      !surelyRelated.some((other) => other !== title && outranks(other, title)),
  );
  if (surelyRelated.length > 0 || titles.some(({ relation }) => relation === undefined))
    return { known: 'titles', possible };
  // No title is related, so all of them are candidates.
  return {
    known: 'titles',
    possible: titles.filter((title) => !titles.some((other) => other !== title && outranks(other, title))),
  };
}

/** Whether `other` is surely of a higher level, or of the same level and obtained later. */
function outranks(other: Title, title: Title): boolean {
  if (other.level === undefined || title.level === undefined) return false;
  const difference = rankOn('title-level', other.level) - rankOn('title-level', title.level);
  if (difference !== 0) return difference > 0;
  if (other.obtainedOn === undefined || title.obtainedOn === undefined) return false;
  return dayRange(other.obtainedOn).first > dayRange(title.obtainedOn).last;
}

/** The first and last day on which the current title may have been obtained; null when a possible title has no date. */
export function obtainedRange(possible: readonly Title[]): { readonly first: string; readonly last: string } | null {
  const ranges = possible.map(({ obtainedOn }) => (obtainedOn === undefined ? null : dayRange(obtainedOn)));
  let first = '9999-12-31';
  let last = '0000-01-01';
  for (const range of ranges) {
    if (range === null) return null;
    if (range.first < first) first = range.first;
    if (range.last > last) last = range.last;
  }
  return possible.length === 0 ? null : { first, last };
}

import type { Dossier } from '../dossier/dossier.ts';
import { dayRange } from './dates.ts';

/** Lists whose records are had from a day on, with the field that says which. */
export const HAD_FROM = {
  educations: 'graduatedOn',
  degrees: 'awardedOn',
  titles: 'obtainedOn',
  skills: 'obtainedOn',
  examinations: 'passedOn',
} as const satisfies Partial<Record<keyof Dossier, string>>;

type Dated = keyof typeof HAD_FROM;
type Row = Readonly<Record<string, unknown>>;

const LISTS = Object.entries(HAD_FROM) as readonly (readonly [Dated, string])[];

const isLater = (row: Row, field: string, day: string): boolean => {
  const written = row[field];
  return typeof written === 'string' && dayRange(written).first > day;
};

/**
 * The dossier without what the person surely does not have yet at the day (`YYYY-MM-DD`): a degree to be awarded, a title to
 * be obtained. What has no date is had already; achievements have a last day of their own. The same object where all counts.
 */
export function upTo(dossier: Dossier, day: string): Dossier {
  const shortened = LISTS.flatMap(([list, field]) => {
    const rows = dossier[list] as readonly Row[] | undefined;
    if (!rows?.some((row) => isLater(row, field, day))) return [];
    return [[list, rows.filter((row) => !isLater(row, field, day))] as const];
  });
  return shortened.length === 0 ? dossier : { ...dossier, ...Object.fromEntries(shortened) };
}

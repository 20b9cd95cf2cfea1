import type { Expert } from '@zhiping/standard';
import type { Selectable } from 'kysely';
import type { EndorsementTables } from './tables.ts';

export type EndorsementRow = Selectable<EndorsementTables['endorsement']>;

/** The expert behind a letter, as a standard looks at one. */
export const expertOf = (row: EndorsementRow): Expert => ({
  ...(row.name === null ? {} : { name: row.name }),
  ...(row.title_level ? { titleLevel: row.title_level } : {}),
  ...(row.relation ? { relation: row.relation } : {}),
  ...(row.title_years === null ? {} : { titleYears: row.title_years }),
  ...(row.national_talent === null ? {} : { nationalTalent: row.national_talent }),
});

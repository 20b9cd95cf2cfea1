import type { UnitTraits } from '@zhiping/core';
import type { Selectable } from 'kysely';
import type { Database } from '../../db/tables.ts';

type UnitRow = Pick<Selectable<Database['unit']>, 'kind' | 'area' | 'affiliation' | 'category'>;

const NATURE = {
  'public-institution': 'institution',
  enterprise: 'state-owned',
  private: 'private',
  social: 'social',
} as const satisfies Record<UnitRow['kind'], UnitTraits['nature']>;

/**
 * What the tables of a plan look at in a unit. Where the registration does not say whose it is, a unit registered for the
 * whole province is the province's own and every other belongs to its city (LN-2024 二).
 */
export function unitTraitsOf(unit: UnitRow, province: string): UnitTraits {
  const affiliation = unit.affiliation ?? (unit.area === province ? 'province' : 'city');
  return { affiliation, nature: NATURE[unit.kind], kind: unit.category };
}

import type { UnitTraits } from '@zhiping/core';
import type { Database } from '../../db/tables.ts';

type UnitRow = Pick<Database['unit'], 'kind' | 'area'>;

const NATURE = {
  'public-institution': 'institution',
  enterprise: 'state-owned',
  private: 'private',
  social: 'social',
} as const satisfies Record<UnitRow['kind'], UnitTraits['nature']>;

/**
 * What the tables of a plan look at in a unit. A unit registered for the whole province is the province's own; every
 * other belongs to its city (LN-2024 二).
 */
export function unitTraitsOf(unit: UnitRow, province: string): UnitTraits {
  return { affiliation: unit.area === province ? 'province' : 'city', nature: NATURE[unit.kind], kind: 'other' };
}

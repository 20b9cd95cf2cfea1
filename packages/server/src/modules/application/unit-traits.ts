import type { Fields, UnitAffiliation, UnitTraits } from '@zhiping/core';
import type { Selectable } from 'kysely';
import type { Database } from '../../db/tables.ts';

type UnitRow = Pick<Selectable<Database['unit']>, 'kind' | 'area' | 'affiliation' | 'category'>;

const NATURE = {
  'public-institution': 'institution',
  enterprise: 'state-owned',
  private: 'private',
  social: 'social',
} as const satisfies Record<UnitRow['kind'], UnitTraits['nature']>;

/** What the person's basic facts say the unit belongs to; a unit that belongs to nobody goes by where it is registered. */
const AFFILIATION: Readonly<Record<string, UnitAffiliation>> = {
  central: 'central',
  provincial: 'province',
  city: 'city',
  county: 'city',
  'other-province': 'other-province',
};

/**
 * What the tables of a plan look at in a unit: whose it is as registered; where the registration does not say, by the
 * basic facts of the person's archive, which the unit verifies, else by where it is registered (LN-2024 二, 八(一)).
 */
export function unitTraitsOf(unit: UnitRow, province: string, basic: Fields = {}): UnitTraits {
  const stated = typeof basic.affiliation === 'string' ? AFFILIATION[basic.affiliation] : undefined;
  const affiliation = unit.affiliation ?? stated ?? (unit.area === province ? 'province' : 'city');
  const nature = basic.employment === 'freelancer' ? 'freelance' : NATURE[unit.kind];
  return { affiliation, nature, kind: unit.category };
}

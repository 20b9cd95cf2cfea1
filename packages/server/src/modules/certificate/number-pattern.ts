/**
 * Pattern of certificate numbers: administrative code of the province, year, series, level, 80 random bits, two check
 * digits. There is no national rule; the parts follow what provinces print. No sequence: nobody finds a neighbour's.
 */
export const NUMBER_PATTERN = '{region}{year}{series}{level}-{random}-{check}';

/** Two digits for a series inside the number. */
export const SERIES_CODES: Readonly<Record<string, string>> = { engineering: '08', economics: '06' };

/** Level digit as printed by provinces: 1 full-senior, 2 senior, 3 intermediate, 4 junior. */
export const LEVEL_DIGITS: Readonly<Record<string, string>> = {
  'full-senior': '1',
  senior: '2',
  engineer: '3',
  assistant: '4',
  technician: '4',
};

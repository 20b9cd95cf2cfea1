import { describe, expect, it } from 'vitest';
import { withinThreeYears } from './term.ts';

describe('term', () => {
  it.each([
    ['2024-03-01', '2027-03-01', true],
    ['2024-03-01', '2027-03-02', false],
    ['2024-03-01', '2024-03-01', false],
    ['2024-03-01', '2024-02-28', false],
    // Three years from a leap day: no day 2027-02-29 exists, and 1 March is later than the text of it.
    ['2024-02-29', '2027-02-28', true],
    ['2024-02-29', '2027-03-01', false],
  ])('from %s to %s: %s', (from, until, holds) => {
    expect(withinThreeYears(from, until)).toBe(holds);
  });
});

import { yearOfDay } from '../../intake/days.ts';
import type { Cells, List } from '../../intake/population.ts';
import type { YearlyNode } from '../../kinds/yearly.ts';
import { MET, MISSING, UNMET } from '../thermometer.ts';
import { hasNoTitle, isUnknownTitle } from './title.ts';
import type { TitleSpan } from './title.ts';

/**
 * Each year asked (`YearlyNode.from`), `min` at least, up to the one before the evaluation has a record that fulfils `must`;
 * with `recordedOnly` a year without a record is passed over.
 */
export function yearlyOf(
  from: YearlyNode['from'],
  recordedOnly: boolean,
  min: number,
  must: (row: number) => number,
  list: List,
  years: Cells,
  owner: number,
  title: TitleSpan,
  asOfYear: number,
  answer: { have: number },
): number {
  answer.have = 0;
  let first: number;
  if (typeof from === 'number') first = asOfYear - from;
  else {
    if (hasNoTitle(title)) return min === 0 ? MET : UNMET;
    if (isUnknownTitle(title) || yearOfDay(title.first) !== yearOfDay(title.last)) return MISSING;
    first = yearOfDay(title.first) + (from === 'after-title-year' ? 1 : 0);
  }
  const asked = Math.max(0, asOfYear - first);
  if (asked < Math.max(min, 1)) {
    if (min === 0) return MET;
    answer.have = asked;
    return UNMET;
  }
  if (list.known[owner] !== 1) return MISSING;
  const begin = list.from[owner] as number;
  const end = list.from[owner + 1] as number;
  let undated = MET;
  for (let row = begin; row < end; row += 1) {
    // A result whose year is not stated may be of any year.
    if ((years[row] as number) < 0 && must(row) !== MET) undated = MISSING;
  }
  let value = MET;
  for (let year = first; year < asOfYear; year += 1) {
    let ofYear = -1;
    for (let row = begin; row < end; row += 1) {
      if (years[row] === year) ofYear = ofYear < 0 ? must(row) : ofYear & must(row);
    }
    if (ofYear < 0 && recordedOnly && undated === MET) continue;
    const one = ofYear < 0 ? MISSING : ofYear & undated;
    if (one === MET) answer.have += 1;
    value &= one;
  }
  return value;
}

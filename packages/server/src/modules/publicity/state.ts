import type { PublicityPhase } from '@zhiping/core';
import { phaseOf, type Publicity } from '@zhiping/core';
import type { Instant } from '../../time/clocks.ts';

/** Columns of a row that decide its phase. */
export interface PeriodRow {
  readonly starts_on: string;
  readonly last_day: string;
  readonly ends_at: string;
  readonly closed: 'concluded' | 'invalid' | null;
}

export function publicityOf(row: PeriodRow): Publicity {
  return { startsOn: row.starts_on, lastDay: row.last_day, endsAt: row.ends_at, closed: row.closed };
}

export function rowPhase(row: PeriodRow, now: Instant): PublicityPhase {
  return phaseOf(publicityOf(row), now);
}

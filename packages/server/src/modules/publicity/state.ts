import type { PublicityPhase } from '@zhiping/core';
import { phaseOf, type Publicity } from '@zhiping/core';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import { after, type Instant } from '../../time/clocks.ts';

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

/** When the request was complete, in the business time of an organiser: an objection is in time by this instant. */
export function receivedAtOf(ctx: Ctx, organiserId: string): Instant {
  const waited = Date.parse(ctx.businessNow) - Date.parse(ctx.receivedAt);
  return after(ctx.businessNowOf(organiserId), -waited);
}

/** An application returned, expired or cancelled meanwhile is publicised no more, whatever its period says. */
export const notMovedOn: RawBuilder<SqlBool> = sql`not exists (
  select from application a where a.id = publicity.application_id and a.stage <> 'unit-publicity')`;

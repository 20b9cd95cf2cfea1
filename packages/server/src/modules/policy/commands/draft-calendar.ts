import { AppError, type CalendarVersion } from '@zhiping/contract';
import { type CalendarYear, calendarProblems, type Json } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { calendarPack, calendarVersions } from '../queries/calendars.ts';
import { importPack } from './import-pack.ts';

/**
 * Keeps a year's working-day table as the next version, a draft that two persons approve like any other pack.
 * @throws AppError `CALENDAR_INVALID` with every contradiction, `POLICY_ALREADY_THERE` where a version already says the same
 */
export async function draftCalendar(
  ctx: Ctx,
  calendar: CalendarYear,
  personId: string,
  reason: string,
): Promise<CalendarVersion> {
  const problems = calendarProblems(calendar);
  if (problems.length > 0) {
    throw new AppError('CALENDAR_INVALID', { fields: problems.map((message) => ({ path: 'calendar', message })) });
  }
  const pack = calendarPack(calendar.year);
  const content = JSON.parse(JSON.stringify(calendar)) as { readonly [key: string]: Json };
  // Versions are written by the platform alone; the permission to draft is decided.
  return ctx.asPlatform(async () => {
    const drafted = await importPack(ctx, {
      pack,
      kind: 'calendar',
      name: `${calendar.year}年工作日表`,
      content,
      source: {},
    });
    if (!drafted.isNew) throw new AppError('POLICY_ALREADY_THERE', { details: { number: drafted.number } });
    await ctx.tx
      .insertInto('policy_draft')
      .values({ pack, number: drafted.number, drafted_by: personId, reason })
      .execute();
    const [version] = await calendarVersions(ctx, calendar.year);
    if (!version) throw new Error(`${pack} ${drafted.number} was drafted but is not stored`);
    return version;
  });
}

import type { CalendarVersion } from '@zhiping/contract';
import { type CalendarYear, parseCalendarYear } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { APPROVALS, findPolicy, listDrafts, listPublished } from './read-policy.ts';

/** The pack of a year's working-day table, e.g. `cn-2026`. */
export const calendarPack = (year: number): string => `cn-${year}`;

export interface Calendars {
  readonly items: { readonly calendar: CalendarYear; readonly number: number; readonly publishedAt: string }[];
  readonly waiting: number[];
}

/** The tables in use, the latest year first, and the years with a draft. */
export async function readCalendars(ctx: Ctx): Promise<Calendars> {
  const items: Calendars['items'] = [];
  for (const { hash, kind } of await listPublished(ctx)) {
    if (kind !== 'calendar') continue;
    const found = await findPolicy(ctx, { by: 'hash', hash });
    if (!found || found.publishedAt === null) continue;
    const calendar = parseCalendarYear(found.content);
    items.push({ calendar, number: found.number, publishedAt: found.publishedAt });
  }
  const drafts = (await listDrafts(ctx)).filter(({ kind }) => kind === 'calendar');
  return {
    items: items.toSorted((a, b) => b.calendar.year - a.calendar.year),
    waiting: [...new Set(drafts.map(({ pack }) => Number(/\d{4}$/.exec(pack)?.[0] ?? 0)))],
  };
}

/** Every version of a year's table, the newest first: a handful, for a notice is seldom amended. */
export async function calendarVersions(ctx: Ctx, year: number): Promise<CalendarVersion[]> {
  const pack = calendarPack(year);
  const versions = await ctx.tx
    .selectFrom('policy_version as v')
    .leftJoin('policy_draft as d', (join) => join.onRef('d.pack', '=', 'v.pack').onRef('d.number', '=', 'v.number'))
    .leftJoin('person as p', 'p.id', 'd.drafted_by')
    .select(['v.number', 'v.hash', 'v.content', 'v.imported_at as importedAt', 'd.reason', 'p.name as draftedBy'])
    .where('v.pack', '=', pack)
    .where('v.kind', '=', 'calendar')
    .orderBy('v.number', 'desc')
    .limit(100)
    .execute();
  const approvals = await ctx.tx
    .selectFrom('policy_approval as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .select(['a.number', 'a.person_id', 'p.name', 'a.approved_at as at'])
    .where('a.pack', '=', pack)
    .orderBy('a.approved_at')
    .execute();
  return versions.map(({ content, reason, ...version }) => {
    const own = approvals.filter(({ number }) => number === version.number);
    return {
      ...version,
      calendar: parseCalendarYear(JSON.parse(content)),
      reason: reason ?? '',
      publishedAt: own.length >= APPROVALS ? (own.at(-1)?.at ?? null) : null,
      approvals: own.map(({ name, at, person_id }) => ({ name, at, own: person_id === ctx.actor.personId })),
    };
  });
}

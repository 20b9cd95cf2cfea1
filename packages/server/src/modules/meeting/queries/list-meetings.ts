import type { MeetingItem, MySeat } from '@zhiping/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { type Scope, scopeWhere } from '../../../db/scope.ts';

/** Meetings the caller has to do with, the latest first. */
export async function listMeetings(ctx: Ctx, scope: Scope): Promise<MeetingItem[]> {
  const rows = await ctx.tx
    .selectFrom('meeting as m')
    .select([
      'm.id',
      'm.organiser_id as organiserId',
      'm.title',
      'm.stage',
      'm.held_on as heldOn',
      'm.venue',
      'm.members',
      sql<bigint>`(select count(*) from meeting_case c where c.meeting_id = m.id)`.as('cases'),
    ])
    .where(
      scopeWhere(scope, {
        office: 'm.organiser_id',
        supervisor: 'm.organiser_id',
        chair: 'm.chair_person_id',
        expert: (ids) =>
          sql`exists (select from seat s where s.meeting_id = m.id and s.person_id = any(${[...ids]}::uuid[])
            and s.state = 'accepted')`,
      }),
    )
    .orderBy('m.held_on', 'desc')
    .orderBy('m.id', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, cases: Number(row.cases) }));
}

/** Seats the caller was drawn for. A reserve is not told, so that nobody waits for a call or is looked for. */
export async function listMySeats(ctx: Ctx, scope: Scope): Promise<MySeat[]> {
  const rows = await ctx.tx
    .selectFrom('seat as s')
    .innerJoin('meeting as m', 'm.id', 's.meeting_id')
    .select([
      's.id',
      's.meeting_id as meetingId',
      'm.title as meetingTitle',
      'm.stage as meetingStage',
      'm.held_on as heldOn',
      'm.venue',
      's.state',
      's.version',
      sql<boolean>`m.chair_person_id = s.person_id`.as('chair'),
    ])
    .where(scopeWhere(scope, { expert: 's.person_id' }))
    .where('s.state', '<>', 'reserve')
    .orderBy('m.held_on', 'desc')
    .orderBy('s.id')
    .execute();
  const cases = await countCases(
    ctx,
    rows.map(({ meetingId }) => meetingId),
  );
  return rows.map((row) => ({ ...row, cases: cases.get(row.meetingId) ?? 0 }));
}

async function countCases(ctx: Ctx, meetingIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (meetingIds.length === 0) return new Map();
  const rows = await ctx.asPlatform(() =>
    ctx.tx
      .selectFrom('meeting_case')
      .select(['meeting_id', (eb) => eb.fn.countAll<bigint>().as('n')])
      .where('meeting_id', 'in', [...meetingIds])
      .groupBy('meeting_id')
      .execute(),
  );
  return new Map(rows.map(({ meeting_id, n }) => [meeting_id, Number(n)]));
}

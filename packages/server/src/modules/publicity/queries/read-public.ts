import type { PublicityLine, PublicPublicity } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import { notMovedOn, rowPhase } from '../state.ts';
import type { PublicityRow } from '../target.ts';

/** What is publicised at this moment, newest first. Nothing that ended, nothing that has not begun. */
export async function listRunning(ctx: Ctx): Promise<PublicityLine[]> {
  const rows = await ctx.asPlatform(() =>
    ctx.tx
      .selectFrom('publicity')
      .selectAll()
      .where('closed', 'is', null)
      .where(notMovedOn)
      .orderBy('starts_on', 'desc')
      .orderBy('id', 'desc')
      .limit(500)
      .execute(),
  );
  return rows.filter((row) => rowPhase(row, ctx.businessNowOf(row.organiser_id)) === 'running').map(lineOf);
}

export function lineOf(row: PublicityRow): PublicityLine {
  return {
    token: row.token,
    kind: row.kind,
    title: row.title,
    by: row.issuer,
    startsOn: row.starts_on,
    lastDay: row.last_day,
    endsAt: row.ends_at,
    workingDays: row.working_days,
    people: row.notice.kind === 'unit' ? 1 : row.notice.people.length,
  };
}

/** The public page of one publicity: what was frozen when it was posted. */
export function publicView(row: PublicityRow): PublicPublicity {
  const { notice } = row;
  return {
    ...lineOf(row),
    ways: row.ways,
    contact: row.contact,
    phone: row.phone,
    supervisionPhone: row.supervision_phone,
    unit: notice.kind === 'unit' ? { ...notice, achievements: [...notice.achievements] } : null,
    list: notice.kind === 'result' ? [...notice.people] : null,
  };
}

import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';

/** Areas whose units an authority on this platform registers: those with staff who can do it. */
export async function listAreas(ctx: Ctx): Promise<{ area: string; decider: string }[]> {
  const { rows } = await ctx.asPlatform(() =>
    sql<{ area: string; decider: string }>`select distinct on (a.area) a.area, a.name as decider from authority a
      where exists (select from relation r where r.subject_id = a.id and r.relation = 'authority' and r.ended_at is null)
      order by a.area, a.id limit 500`.execute(ctx.tx),
  );
  return rows;
}

/** The authority that registers the units of an area; null: the platform does. */
export async function deciderOf(ctx: Ctx, area: string): Promise<string | null> {
  const { rows } = await ctx.asPlatform(() =>
    sql<{ id: string }>`select a.id from authority a where a.area = ${area}
      and exists (select from relation r where r.subject_id = a.id and r.relation = 'authority' and r.ended_at is null)
      order by a.id limit 1`.execute(ctx.tx),
  );
  return rows[0]?.id ?? null;
}

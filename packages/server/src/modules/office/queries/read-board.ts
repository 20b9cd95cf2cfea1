import type { OfficeBoard } from '@zhiping/contract';
import { ACTOR_NAMES, windowTimes } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { type Scope, scopeWhere } from '../../../db/scope.ts';
import { APPLICATION_COLUMNS, processOf } from '../../application/index.ts';
import { after } from '../../../time/clocks.ts';

const SOON_MS = 3 * 24 * 3_600_000;
const DAYS = 31;

/** Counts of all plans the caller runs: where applications stand, what is due soon, submissions by day. */
export async function readBoard(ctx: Ctx, scope: Scope): Promise<OfficeBoard> {
  const mine = scopeWhere(scope, APPLICATION_COLUMNS, 'a.stage');
  const soon = after(ctx.businessNow, SOON_MS);
  const counts = await ctx.tx
    .selectFrom('application as a')
    .select(({ fn }) => ['a.plan_id', 'a.stage', fn.countAll<bigint>().as('count')])
    .select(sql<bigint>`count(*) filter (where a.due_at < ${soon})`.as('soon'))
    .where(mine)
    .groupBy(['a.plan_id', 'a.stage'])
    .execute();
  const days = await ctx.tx
    .selectFrom('application_submission as s')
    .innerJoin('application as a', 'a.id', 's.application_id')
    .select(({ fn }) => ['a.plan_id', fn.countAll<bigint>().as('count')])
    .select(sql<string>`to_char(s.received_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`.as('date'))
    .where(mine)
    .groupBy(['a.plan_id', 'date'])
    .orderBy('date', 'desc')
    .limit(DAYS)
    .execute();
  const organisers = scope.flatMap(({ ids }) => ids);
  const plans = await ctx.tx.selectFrom('plan').selectAll().where('organiser_id', 'in', organisers).execute();
  const boards: OfficeBoard['plans'] = [];
  for (const plan of plans) {
    const process = await processOf(ctx, plan.pack, plan.pack_number);
    boards.push({
      id: plan.id,
      name: plan.name,
      windows: process.plan.windows.map((window) => ({ name: window.name, ...windowTimes(window) })),
      stages: process.plan.stages.map(({ id, name, end, waitsFor }) => {
        const found = counts.find(({ plan_id, stage }) => plan_id === plan.id && stage === id);
        return {
          stage: id,
          name,
          end: end !== undefined,
          waitsFor: ACTOR_NAMES[waitsFor],
          count: Number(found?.count ?? 0),
          soon: end === undefined ? Number(found?.soon ?? 0) : 0,
        };
      }),
      submitted: days
        .filter(({ plan_id }) => plan_id === plan.id)
        .map(({ date, count }) => ({ date, count: Number(count) }))
        .toReversed(),
    });
  }
  return { now: ctx.businessNow, plans: boards };
}

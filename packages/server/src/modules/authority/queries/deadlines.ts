import type { AnswerOf, listSealingDeadlines } from '@zhiping/contract';
import { stageOf, windowTimes } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { type Scope, scopeWhere } from '../../../db/scope.ts';
import { after as later } from '../../../time/clocks.ts';
import { APPLICATION_COLUMNS, processOf, SOON_MS } from '../../application/index.ts';

type Listed = AnswerOf<typeof listSealingDeadlines>;

interface Counted {
  readonly plan: string;
  readonly stage: string;
  readonly count: bigint;
  readonly soon: bigint;
  readonly late: bigint;
  readonly first: string | null;
}

/**
 * What ends when for an authority or association (product R3): by plan and stage how many cases wait for it, the first
 * deadline among them, and the windows of the plan that are its own. One statement counts, however many cases wait.
 */
export async function sealingDeadlines(ctx: Ctx, scope: Scope): Promise<Listed> {
  // Each organiser has its own time: what is due soon is so by the time of whose plan it is.
  const organisers = await ctx.tx.selectFrom('organiser').select('id').execute();
  const soon = organisers.map(({ id }) => later(ctx.businessNowOf(id), SOON_MS));
  const { rows } = await sql<Counted>`select a.plan_id as plan, a.stage, count(*) as count,
      count(*) filter (where a.due_at < o.soon) as soon,
      count(*) filter (where a.state ->> 'overdueSince' is not null) as late,
      to_char(min(a.due_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as first
    from application a
    join unnest(${organisers.map(({ id }) => id)}::uuid[], ${soon}::timestamptz[]) as o (id, soon)
      on o.id = a.organiser_id
    where ${scopeWhere(scope, APPLICATION_COLUMNS, 'a.stage')}
    group by a.plan_id, a.stage order by min(a.due_at) nulls last, a.plan_id`.execute(ctx.tx);
  const ids = [...new Set(rows.map(({ plan }) => plan))];
  const plans = ids.length === 0 ? [] : await ctx.tx.selectFrom('plan').selectAll().where('id', 'in', ids).execute();
  const items: Listed['items'] = [];
  for (const { plan: planId, stage, first, ...row } of rows) {
    const stored = plans.find(({ id }) => id === planId);
    if (stored === undefined) continue;
    const process = await processOf(ctx, stored);
    const { name, waitsFor } = stageOf(process, stage);
    items.push({
      planId,
      planName: stored.name,
      organiserId: stored.organiser_id,
      stageName: name,
      waiting: Number(row.count),
      soon: Number(row.soon),
      late: Number(row.late),
      firstDue: first,
      windows: process.plan.windows
        .filter(({ actor }) => actor === waitsFor)
        .map((window) => ({ name: window.name, label: window.label, closesAt: windowTimes(window).closesAt })),
    });
  }
  return { items };
}

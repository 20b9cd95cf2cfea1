import type { AnswerOf, listExtensions, readExtensions } from '@zhiping/contract';
import type { Ctx } from '../../context.ts';
import { type Scope, scopeWhere } from '../../db/scope.ts';
import { processOf } from '../application/index.ts';

const SHOWN = 50;

/** Windows of the caller's plans as they run now, and the extensions proposed and decided. */
export async function extensionsOf(ctx: Ctx, scope: Scope): Promise<AnswerOf<typeof listExtensions>> {
  const mine = { office: 'organiser_id', supervisor: 'organiser_id' } as const;
  const plans = await ctx.tx
    .selectFrom('plan')
    .selectAll()
    .where(scopeWhere(scope, mine))
    .orderBy('year', 'desc')
    .execute();
  const processes = new Map<string, Awaited<ReturnType<typeof processOf>>>();
  for (const plan of plans) processes.set(plan.id, await processOf(ctx, plan));
  const rows = await ctx.tx
    .selectFrom('window_extension')
    .selectAll()
    .where(scopeWhere(scope, mine))
    .orderBy('id', 'desc')
    .limit(SHOWN)
    .execute();
  return {
    plans: plans.map(({ id, name }) => ({
      id,
      name,
      windows: (processes.get(id)?.plan.windows ?? []).map((window) => ({
        id: window.id,
        name: window.name,
        closesOn: window.closesOn,
      })),
    })),
    items: rows.map((row) => ({
      id: row.id,
      planName: plans.find(({ id }) => id === row.plan_id)?.name ?? '',
      windowName:
        processes.get(row.plan_id)?.plan.windows.find(({ id }) => id === row.window_id)?.name ?? row.window_id,
      from: row.from_closes_on,
      to: row.to_closes_on,
      reason: row.reason,
      state: row.state,
      proposedAt: row.proposed_at,
      decidedAt: row.decided_at,
      revived: row.revived,
      yours: row.proposed_by === ctx.actor.personId,
    })),
  };
}

/** What is announced to everybody: extensions in force, the latest first. */
export async function publicExtensions(ctx: Ctx): Promise<AnswerOf<typeof readExtensions>> {
  const rows = await ctx.tx
    .selectFrom('window_extension as e')
    .innerJoin('plan as p', 'p.id', 'e.plan_id')
    .select(['e.id', 'e.window_id', 'e.from_closes_on', 'e.to_closes_on', 'e.reason', 'e.decided_at'])
    .select(['p.name', 'p.pack', 'p.pack_number', 'p.organiser_id'])
    .where('e.state', '=', 'approved')
    .orderBy('e.id', 'desc')
    .limit(SHOWN)
    .execute();
  const items: AnswerOf<typeof readExtensions>['items'] = [];
  for (const row of rows) {
    const { plan } = await processOf(ctx, row);
    items.push({
      id: row.id,
      planName: row.name,
      windowName: plan.windows.find(({ id }) => id === row.window_id)?.name ?? row.window_id,
      from: row.from_closes_on,
      to: row.to_closes_on,
      reason: row.reason,
      on: row.decided_at ?? '',
    });
  }
  return { items };
}

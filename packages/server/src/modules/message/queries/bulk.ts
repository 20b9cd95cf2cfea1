import type { Bulk } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import { type Scope, scopeWhere } from '../../../db/scope.ts';
import { stageNames } from '../stage-names.ts';
import type { BulkRow } from '../target.ts';

/** Notices of an office to many, latest first. */
export async function listNotices(
  ctx: Ctx,
  asked: { readonly scope: Scope; readonly after?: string | undefined; readonly limit: number },
): Promise<{ items: Bulk[]; next: string | null }> {
  const rows = await ctx.tx
    .selectFrom('bulk_message as b')
    .selectAll('b')
    .where(scopeWhere(asked.scope, { office: 'b.organiser_id' }))
    .$if(asked.after !== undefined, (query) => query.where('b.id', '<', asked.after ?? ''))
    .orderBy('b.id', 'desc')
    .limit(asked.limit + 1)
    .execute();
  const items = await bulkLines(ctx, rows.slice(0, asked.limit));
  return { items, next: rows.length > asked.limit ? (items.at(-1)?.id ?? null) : null };
}

/** Rows as the office reads them: plan and stages by name. */
export async function bulkLines(ctx: Ctx, rows: readonly BulkRow[]): Promise<Bulk[]> {
  if (rows.length === 0) return [];
  const plans = await ctx.tx
    .selectFrom('plan')
    .select(['id', 'name', 'pack', 'pack_number'])
    .where('id', 'in', [...new Set(rows.map(({ plan_id }) => plan_id))])
    .execute();
  const named = new Map<string, { readonly name: string; readonly stages: ReadonlyMap<string, string> }>();
  for (const { id, name, pack, pack_number } of plans) {
    named.set(id, { name, stages: await stageNames(ctx, pack, pack_number) });
  }
  return rows.map((row) => {
    const plan = named.get(row.plan_id);
    return {
      id: row.id,
      planName: plan?.name ?? '',
      stageNames: row.stages.map((stage) => plan?.stages.get(stage) ?? stage),
      title: row.title,
      body: row.body,
      state: row.state,
      recipients: row.recipients,
      heldAt: row.held_at,
      decidedAt: row.decided_at,
      version: row.version,
    };
  });
}

const MOST_PLANS = 100;

/** The plans an office may write to, newest first, with their stages. */
export async function listNoticePlans(ctx: Ctx, scope: Scope) {
  const rows = await ctx.tx
    .selectFrom('plan as p')
    .select(['p.id', 'p.name', 'p.pack', 'p.pack_number'])
    .where(scopeWhere(scope, { office: 'p.organiser_id' }))
    .orderBy('p.year', 'desc')
    .orderBy('p.id')
    .limit(MOST_PLANS)
    .execute();
  const plans: { id: string; name: string; stages: { id: string; name: string }[] }[] = [];
  for (const { id, name, pack, pack_number } of rows) {
    const names = await stageNames(ctx, pack, pack_number);
    plans.push({ id, name, stages: [...names].map(([stage, stageName]) => ({ id: stage, name: stageName })) });
  }
  return { plans };
}

import type { AnswerOf, readWaitingWork } from '@zhiping/contract';
import { sql } from 'kysely';
import type { Scope } from '../../../db/scope.ts';
import type { Ctx } from '../../../context.ts';
import { processOf } from '../process-of.ts';

const COLUMN = {
  unit: 'a.unit_id',
  authority: 'a.authority_id',
  association: 'a.association_id',
  office: 'a.organiser_id',
  confirmer: 'a.confirmer_id',
} as const;
const SOON_DAYS = 3;

/** How many applications wait for the bodies of `scope`, by stage in the order of the plan, by each organiser's own time. */
export async function countWaiting(ctx: Ctx, scope: Scope): Promise<AnswerOf<typeof readWaitingWork>> {
  const items = new Map<string, AnswerOf<typeof readWaitingWork>['items'][number] & { readonly order: number }>();
  for (const { relation, ids } of scope) {
    if (!isWaitedFor(relation) || ids.length === 0) continue;
    const now = sql`${ctx.systemNow}::timestamptz + make_interval(secs => o.clock_offset_ms / 1000.0)`;
    const rows = await ctx.tx
      .selectFrom('application as a')
      .innerJoin('organiser as o', 'o.id', 'a.organiser_id')
      .select(['a.pack', 'a.pack_number', 'a.organiser_id', 'a.stage'])
      .select([
        sql<bigint>`count(*)`.as('count'),
        sql<bigint>`count(*) filter (where a.due_at > ${now} and a.due_at <= ${now} + make_interval(days => ${SOON_DAYS}))`.as(
          'soon',
        ),
        sql<bigint>`count(*) filter (where a.due_at <= ${now})`.as('late'),
      ])
      .where(COLUMN[relation], 'in', [...ids])
      .where('a.waits_for', '=', relation)
      .groupBy(['a.pack', 'a.pack_number', 'a.organiser_id', 'a.stage'])
      .execute();
    for (const row of rows) {
      const { plan } = await processOf(ctx, row);
      const order = plan.stages.findIndex(({ id }) => id === row.stage);
      const stageName = plan.stages[order]?.name ?? row.stage;
      const key = `${relation} ${row.stage} ${stageName}`;
      const before = items.get(key) ?? { relation, stage: row.stage, stageName, count: 0, soon: 0, late: 0, order };
      items.set(key, {
        ...before,
        count: before.count + Number(row.count),
        soon: before.soon + Number(row.soon),
        late: before.late + Number(row.late),
      });
    }
  }
  return {
    items: [...items.values()].toSorted((a, b) => a.order - b.order).map(({ order: _order, ...item }) => item),
  };
}

function isWaitedFor(relation: string): relation is keyof typeof COLUMN {
  return relation in COLUMN;
}

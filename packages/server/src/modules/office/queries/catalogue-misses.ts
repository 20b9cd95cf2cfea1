import type { AnswerOf, listCatalogueMisses } from '@zhiping/contract';
import type { TargetFacts } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { dateInShanghai } from '../../../time/clocks.ts';
import { processOf } from '../../application/index.ts';
import { filledCatalogues } from '../../codes/index.ts';

interface RunPlan {
  readonly id: string;
  readonly organiser_id: string;
  readonly pack: string;
  readonly pack_number: number;
}
export interface RunPlanTarget extends TargetFacts {
  readonly plan: RunPlan;
}

/** A plan the office runs. */
export async function loadRunPlan(ctx: Ctx, { id }: { readonly id: string }): Promise<RunPlanTarget | null> {
  const plan = await ctx.tx
    .selectFrom('plan')
    .select(['id', 'organiser_id', 'pack', 'pack_number'])
    .where('id', '=', id)
    .executeTakeFirst();
  return plan ? { stage: 'any', organiserId: plan.organiser_id, plan } : null;
}

/** Papers and awards of the last submissions of a plan that the catalogue does not have, a page by key. */
export async function catalogueMisses(
  ctx: Ctx,
  plan: RunPlan,
  query: { readonly table: 'journal' | 'award'; readonly after?: string | undefined; readonly limit: number },
): Promise<AnswerOf<typeof listCatalogueMisses>> {
  const { table, after, limit } = query;
  const filled = (await filledCatalogues(ctx, dateInShanghai(ctx.businessNowOf(plan.organiser_id)))).has(table);
  if (!filled) return { filled, items: [], next: null };
  const rows = await ctx.tx
    .selectFrom('catalogue_ask as k')
    .innerJoin('application as a', 'a.id', 'k.application_id')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .innerJoin('unit as u', 'u.id', 'a.unit_id')
    .select(['k.id', 'k.application_id as applicationId', 'a.number', 'p.name as applicantName', 'u.name as unitName'])
    .select(['a.stage', 'k.row_id as row', 'k.title', 'k.asked'])
    .where('k.plan_id', '=', plan.id)
    .where('k.code_table', '=', table)
    // As the index says it, so that it serves whatever the planner knows of the parameters.
    .where(sql<boolean>`not k.found`)
    .$if(after !== undefined, (page) => page.where('k.id', '>', after ?? ''))
    .orderBy('k.id')
    .limit(limit + 1)
    .execute();
  const { stages } = await processOf(ctx, plan);
  const items = rows.slice(0, limit).map((row) => ({ ...row, stage: stages.get(row.stage)?.name ?? row.stage }));
  return { filled, items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

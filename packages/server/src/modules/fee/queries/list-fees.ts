import type { FeeLine } from '@zhiping/contract';
import { type FeeState, feeStageOf, paymentReference, type Process, stageOf } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { type Scope, scopeWhere } from '../../../db/scope.ts';
import { processOf } from '../../application/index.ts';

/** Plans of the organisers in scope that charge a fee, each with its process and the stage that waits for it. */
export async function chargingPlans(ctx: Ctx, scope: Scope) {
  const plans = await ctx.tx
    .selectFrom('plan')
    .selectAll()
    .where(scopeWhere(scope, { office: 'organiser_id', supervisor: 'organiser_id' }))
    .orderBy('year', 'desc')
    .orderBy('id')
    .execute();
  const charging: { row: (typeof plans)[number]; process: Process; stage: string }[] = [];
  for (const row of plans) {
    const process = await processOf(ctx, row);
    const stage = feeStageOf(process.plan);
    if (stage !== null) charging.push({ row, process, stage });
  }
  return charging;
}

/** One page of the fees in a state. What nothing happened to yet is due while its application is in the paying stage. */
export async function listFees(
  ctx: Ctx,
  asked: {
    readonly scope: Scope;
    readonly state: FeeState;
    readonly after?: string | undefined;
    readonly limit: number;
  },
): Promise<{ items: FeeLine[]; next: string | null }> {
  const { scope, state, after, limit } = asked;
  const charging = await chargingPlans(ctx, scope);
  const stages = [...new Set(charging.map(({ stage }) => stage))];
  if (stages.length === 0) return { items: [], next: null };
  const open = state === 'due' || state === 'slip';
  const rows = await ctx.tx
    .selectFrom('application as a')
    .leftJoin('fee as f', 'f.application_id', 'a.id')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .innerJoin('unit as u', 'u.id', 'a.unit_id')
    .select(['a.id', 'a.number', 'a.stage', 'a.state', 'a.plan_id', 'p.name as applicantName', 'u.name as unitName'])
    .select(['f.settled_on', 'f.receipt_number'])
    .where(scopeWhere(scope, { office: open ? 'a.organiser_id' : 'f.organiser_id' }))
    .$if(open, (query) => query.where('a.stage', 'in', stages).where(sql<boolean>`coalesce(f.state, 'due') = ${state}`))
    .$if(!open, (query) => query.where('f.state', '=', state))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`a.id > ${after}`))
    .orderBy('a.id')
    .limit(limit + 1)
    .execute();
  const plans = new Map(charging.map(({ row, process }) => [row.id, process]));
  const items = rows.slice(0, limit).flatMap((row): FeeLine[] => {
    const process = plans.get(row.plan_id);
    if (!process) return [];
    return [
      {
        id: row.id,
        number: row.number,
        applicantName: row.applicantName,
        unitName: row.unitName,
        stage: row.stage,
        stageName: stageOf(process, row.stage).name,
        state,
        amountFen: process.plan.fee?.amountFen ?? 0,
        reference: paymentReference(row.number),
        since: row.state.since,
        settledOn: row.settled_on,
        receiptNumber: row.receipt_number,
      },
    ];
  });
  return { items, next: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null };
}

import { parsePlan } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import { findPolicy } from '../../modules/policy/index.ts';
import type { Province } from './province.ts';
import { PROVINCES } from './provinces/index.ts';

/** Plan of Liaoning's engineering year. */
export const DEMONSTRATION_PLAN = '01900000-0000-7000-8000-000000000007';

/** Opens the plans of every province as published, on their latest published version. Does nothing the second time. */
export async function seedPlans(ctx: Ctx): Promise<void> {
  const open = await ctx.tx.selectFrom('plan').select('id').execute();
  const known = new Set(open.map(({ id }) => id));
  for (const province of PROVINCES) {
    for (const plan of province.plans) if (!known.has(plan.id)) await openPlan(ctx, province, plan);
  }
}

async function openPlan(ctx: Ctx, province: Province, { id, pack }: Province['plans'][number]): Promise<void> {
  const stored = await findPolicy(ctx, { by: 'latest', pack });
  if (!stored) throw new Error(`${pack} is not published`);
  const plan = parsePlan(stored.content);
  await ctx.tx
    .insertInto('plan')
    .values({
      id,
      organiser_id: province.organiser.id,
      pack: stored.pack,
      pack_number: stored.number,
      name: plan.title,
      year: plan.year,
      confirmer_id: province.confirmerId,
      opened_at: ctx.businessNowOf(province.organiser.id),
    })
    .execute();
  await ctx.record({
    organiserId: province.organiser.id,
    action: 'plan.open',
    subject: { noun: 'plan', id },
    data: { pack: stored.pack, number: stored.number, hash: stored.hash },
  });
}

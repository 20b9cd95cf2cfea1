import { parsePlan } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import { findPolicy } from '../../modules/policy/index.ts';
import { DEMONSTRATION } from './organisations.ts';

/** Plan of the demonstration year. */
export const DEMONSTRATION_PLAN = '01900000-0000-7000-8000-000000000007';

/** Opens LN-2024 engineering as published, on its latest published version. Does nothing the second time. */
export async function seedPlan(ctx: Ctx): Promise<void> {
  const known = await ctx.tx.selectFrom('plan').select('id').where('id', '=', DEMONSTRATION_PLAN).executeTakeFirst();
  if (known) return;
  const stored = await findPolicy(ctx, { by: 'latest', pack: 'ln-2024-eng' });
  if (!stored) throw new Error('ln-2024-eng is not published');
  const plan = parsePlan(stored.content);
  await ctx.tx
    .insertInto('plan')
    .values({
      id: DEMONSTRATION_PLAN,
      organiser_id: DEMONSTRATION.organiser,
      pack: stored.pack,
      pack_number: stored.number,
      name: plan.title,
      year: plan.year,
      confirmer_id: DEMONSTRATION.confirmer,
      opened_at: ctx.businessNow,
    })
    .execute();
  await ctx.record({
    organiserId: DEMONSTRATION.organiser,
    action: 'plan.open',
    subject: { noun: 'plan', id: DEMONSTRATION_PLAN },
    data: { pack: stored.pack, number: stored.number, hash: stored.hash },
  });
}

import type { EvidencePlan } from '@zhiping/contract';
import { type EvidenceList, parsePlan } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import type { Installation } from '../../../installation.ts';
import { findPolicy } from '../../policy/index.ts';

/** Lists of a published version, which never changes; read once per installation. */
const READ = new WeakMap<Installation, Map<string, readonly EvidenceList[]>>();
const MOST_PLANS = 50;

/** What the plan of a person's running application says proves what; null where none runs. */
export async function appliedEvidence(ctx: Ctx, personId: string): Promise<EvidencePlan | null> {
  const [plan] = await ctx.tx
    .selectFrom('application as a')
    .innerJoin('plan as p', 'p.id', 'a.plan_id')
    .select(['p.id', 'p.name', 'a.pack', 'a.pack_number'])
    .where('a.person_id', '=', personId)
    .where('a.waits_for', '!=', 'nobody')
    .orderBy('a.id', 'desc')
    .limit(1)
    .execute();
  return plan === undefined ? null : toEvidence(ctx, plan, true);
}

/** The lists of every plan that is open, the one applied for first: what to prepare differs by plan. */
export async function evidencePlans(ctx: Ctx, personId: string): Promise<EvidencePlan[]> {
  const applied = await appliedEvidence(ctx, personId);
  const plans = await ctx.tx
    .selectFrom('plan')
    .select(['id', 'name', 'pack', 'pack_number'])
    .orderBy('year', 'desc')
    .orderBy('id')
    .limit(MOST_PLANS)
    .execute();
  const others: EvidencePlan[] = [];
  for (const plan of plans) if (plan.id !== applied?.planId) others.push(await toEvidence(ctx, plan, false));
  return applied === null ? others : [applied, ...others];
}

async function toEvidence(
  ctx: Ctx,
  plan: { readonly id: string; readonly name: string; readonly pack: string; readonly pack_number: number },
  applied: boolean,
): Promise<EvidencePlan> {
  const known = READ.get(ctx.installation) ?? new Map<string, readonly EvidenceList[]>();
  READ.set(ctx.installation, known);
  const key = `${plan.pack} ${plan.pack_number}`;
  const stored = known.has(key)
    ? null
    : await findPolicy(ctx, { by: 'number', pack: plan.pack, number: plan.pack_number });
  const lists = known.get(key) ?? (stored === null ? [] : parsePlan(stored.content).documents.evidence);
  known.set(key, lists);
  return { planId: plan.id, planName: plan.name, applied, lists: [...lists] };
}

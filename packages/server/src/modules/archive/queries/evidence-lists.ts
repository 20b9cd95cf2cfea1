import type { EvidencePlan } from '@zhiping/contract';
import { parsePlan, type RowKind } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import type { Installation } from '../../../installation.ts';
import { findPolicy } from '../../policy/index.ts';

type Said = Pick<EvidencePlan, 'jurisdiction' | 'lists' | 'hints'>;
/** What a published version says, which never changes; read once per installation. */
const READ = new WeakMap<Installation, Map<string, Said>>();
const NOTHING: Said = { jurisdiction: '', lists: [], hints: [] };
const MOST_PLANS = 50;

/** A row as far as it says where its person works. */
interface Placed {
  readonly kind: RowKind;
  readonly state: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * By which plan a person's rows are looked at: the one applied for, else the only one of this year's in the region where the
 * person works, because what to prepare differs by plan. Null where it cannot be known yet.
 * @param rows of the person, basic information among them where there is any
 */
export async function evidenceFor(ctx: Ctx, personId: string, rows: readonly Placed[]): Promise<EvidencePlan | null> {
  const applied = await appliedEvidence(ctx, personId);
  const region = rows.find(({ kind, state }) => kind === 'basic' && state !== 'recycled')?.fields['region'];
  if (applied !== null || typeof region !== 'string') return applied;
  const near: { readonly year: number; readonly plan: EvidencePlan }[] = [];
  for (const row of await openPlans(ctx)) {
    const plan = await toEvidence(ctx, row, false);
    if (plan.jurisdiction === region && row.year === (near[0]?.year ?? row.year)) near.push({ year: row.year, plan });
  }
  const [only, second] = near;
  return only === undefined || second !== undefined ? null : only.plan;
}

/** What the plan of a person's running application says proves what; null where none runs. */
async function appliedEvidence(ctx: Ctx, personId: string): Promise<EvidencePlan | null> {
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

/** What every plan that is open says, the one applied for first: what to prepare differs by plan. */
export async function evidencePlans(ctx: Ctx, personId: string): Promise<EvidencePlan[]> {
  const applied = await appliedEvidence(ctx, personId);
  const others: EvidencePlan[] = [];
  for (const plan of await openPlans(ctx))
    if (plan.id !== applied?.planId) others.push(await toEvidence(ctx, plan, false));
  return applied === null ? others : [applied, ...others];
}

/** The newest first. */
function openPlans(ctx: Ctx) {
  return ctx.tx
    .selectFrom('plan')
    .select(['id', 'name', 'pack', 'pack_number', 'year'])
    .orderBy('year', 'desc')
    .orderBy('id')
    .limit(MOST_PLANS)
    .execute();
}

async function toEvidence(
  ctx: Ctx,
  plan: { readonly id: string; readonly name: string; readonly pack: string; readonly pack_number: number },
  applied: boolean,
): Promise<EvidencePlan> {
  const known = READ.get(ctx.installation) ?? new Map<string, Said>();
  READ.set(ctx.installation, known);
  const key = `${plan.pack} ${plan.pack_number}`;
  const said = known.get(key) ?? (await readSaid(ctx, plan));
  known.set(key, said);
  return { planId: plan.id, planName: plan.name, applied, ...said };
}

async function readSaid(ctx: Ctx, plan: { readonly pack: string; readonly pack_number: number }): Promise<Said> {
  const stored = await findPolicy(ctx, { by: 'number', pack: plan.pack, number: plan.pack_number });
  if (stored === null) return NOTHING;
  const { jurisdiction, documents } = parsePlan(stored.content);
  return { jurisdiction, lists: documents.evidence, hints: documents.hints };
}

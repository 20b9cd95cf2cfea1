import { AppError, standardIn } from '@zhiping/contract';
import { parsePlan } from '@zhiping/core';
import { type PlanForEvaluation, planForEvaluation } from '@zhiping/standard';
import type { Ctx } from '../../../context.ts';
import type { VersionFiles } from '../../../policy/workbench/tasks.ts';
import { findPolicy, listNewest, type StoredPolicy } from './read-policy.ts';

/**
 * The texts a version of a standard was made from, with its examples and the newest version of every plan. Throws
 * `POLICY_NOT_A_STANDARD`, `POLICY_WITHOUT_SOURCE`.
 */
export async function versionFiles(ctx: Ctx, policy: StoredPolicy): Promise<VersionFiles> {
  const { vocabulary } = standardIn(policy);
  const row = await ctx.tx
    .selectFrom('policy_version')
    .select('source')
    .where('pack', '=', policy.pack)
    .where('number', '=', policy.number)
    .executeTakeFirstOrThrow();
  const files = Object.entries(row.source as Readonly<Record<string, string>>);
  const named = (name: string) => {
    const found = files.find(([file]) => file.endsWith(name));
    return found ? { file: found[0], text: found[1] } : null;
  };
  const standard = named('standard.yaml');
  if (!standard) throw new AppError('POLICY_WITHOUT_SOURCE');
  return {
    standard,
    readings: named('readings.yaml'),
    vocabulary,
    material: await materialOf(ctx, policy.pack),
    plans: await plansForEvaluation(ctx),
  };
}

/** The files a pack is checked with, by name; none where it brought none. */
export async function materialOf(ctx: Ctx, pack: string): Promise<Readonly<Record<string, string>>> {
  const row = await ctx.tx.selectFrom('policy_material').select('files').where('pack', '=', pack).executeTakeFirst();
  return (row?.files ?? {}) as Readonly<Record<string, string>>;
}

async function plansForEvaluation(ctx: Ctx): Promise<Readonly<Record<string, PlanForEvaluation>>> {
  const plans: Record<string, PlanForEvaluation> = {};
  for (const { kind, pack, number } of await listNewest(ctx)) {
    if (kind !== 'plan') continue;
    const plan = await findPolicy(ctx, { by: 'number', pack, number });
    if (plan) plans[pack] = planForEvaluation(parsePlan(plan.content));
  }
  return plans;
}

import type { Plan, VoteRules } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import { processOf } from '../application/index.ts';

/** The version of the plan a meeting was set up under. */
export async function planOf(
  ctx: Ctx,
  meeting: { readonly organiserId: string; readonly planPack: string; readonly planNumber: number },
): Promise<Plan> {
  const { organiserId, planPack, planNumber } = meeting;
  return (await processOf(ctx, { organiser_id: organiserId, pack: planPack, pack_number: planNumber })).plan;
}

/** Weights of score and defence in percent; a level the plan does not name is read from the file alone. */
export function weightsOf(plan: Plan, level: string): { readonly score: number; readonly defence: number } {
  return evaluationOf(plan, level)?.weights ?? { score: 100, defence: 0 };
}

/** Quorum and majority as the plan states them, in whole numbers. */
export function voteRulesOf({ voting }: Plan): VoteRules {
  return { quorum: voting.quorum, pass: voting.pass, recusedCountsInN: voting.recusedCounts };
}

/** How cases of a level are evaluated; undefined where the plan does not say. */
export function evaluationOf(plan: Plan, level: string) {
  return plan.evaluation.find(({ levels }) => levels.some((one) => one === level));
}

import { levelNameOf, type Plan, type PlanLevel } from '@zhiping/core';

/** Name of the title of a level in the plan's series, e.g. 高级经济师. */
export function titleOf(plan: Pick<Plan, 'levelNames'>, level: string): string {
  return levelNameOf(plan, level as PlanLevel);
}

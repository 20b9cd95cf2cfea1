import { standardIn } from '@zhiping/contract';
import { type EndorserNeed, endorserNeeds, type PlanLevel, type PlanRoute, specialtyOf } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import { type ApplicationRow, processOf } from '../application/index.ts';
import { findPolicy } from '../policy/index.ts';

/** What the standard of an application asks of experts; null where it is checked by hand. */
export async function needsOf(
  ctx: Ctx,
  row: Pick<ApplicationRow, 'organiser_id' | 'pack' | 'pack_number' | 'specialty' | 'level' | 'route'>,
): Promise<readonly EndorserNeed[] | null> {
  const { plan } = await processOf(ctx, row);
  const pack = specialtyOf(plan, row.specialty)?.standard.pack;
  const stored = pack === undefined ? null : await findPolicy(ctx, { by: 'latest', pack });
  if (!stored) return null;
  return endorserNeeds(standardIn(stored), row.level as PlanLevel, row.route as PlanRoute);
}

import type { ApplicationFacts } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import { agreedConsultations } from '../consultation/index.ts';
import { endorsersOf } from '../endorsement/index.ts';
import type { ApplicationRow } from './target.ts';

/** What stands beside an application and its archive for the standard: answers of offices, letters of experts. */
export async function factsFor(
  ctx: Ctx,
  row: Pick<ApplicationRow, 'id' | 'plan_id' | 'person_id' | 'specialty' | 'level'>,
): Promise<ApplicationFacts> {
  const agreed = await agreedConsultations(ctx, {
    planId: row.plan_id,
    personId: row.person_id,
    specialty: row.specialty,
    level: row.level,
  });
  return {
    greenAgreed: agreed.green === null ? null : true,
    agreedTalents: agreed.green?.talents ?? [],
    entrusted: agreed.entrusted === null ? null : true,
    ...(await endorsersOf(ctx, row.id)),
  };
}

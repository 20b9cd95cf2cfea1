import { AppError } from '@zhiping/contract';
import { openObjections, type Receipt } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { advance } from '../../application/index.ts';

/** Holds one person's result back; nobody else's is touched. */
export async function holdResult(ctx: Ctx, applicationId: string, reason: string): Promise<Receipt> {
  return (await advance(ctx, applicationId, 'hold', { reason })).receipt;
}

/**
 * Lets a held result go on once every objection to it is answered. Where the period is over meanwhile, the sweep
 * concludes it at once.
 */
export async function releaseResult(ctx: Ctx, applicationId: string, reason: string): Promise<Receipt> {
  const objections = await ctx.tx
    .selectFrom('objection as o')
    .innerJoin('publicity as p', 'p.id', 'o.publicity_id')
    .select('o.state')
    .where('o.application_id', '=', applicationId)
    .where('p.kind', '=', 'result')
    .execute();
  const count = openObjections(objections.map(({ state }) => state));
  if (count > 0) throw new AppError('OBJECTION_OPEN', { details: { count } });
  return (await advance(ctx, applicationId, 'release', { reason })).receipt;
}

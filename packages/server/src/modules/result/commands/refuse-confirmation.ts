import { AppError } from '@zhiping/contract';
import type { Receipt } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { advance, type ApplicationTarget } from '../../application/index.ts';

/** The authority does not confirm one result, with the reason told to the person; it ends the application. */
export async function refuseConfirmation(ctx: Ctx, target: ApplicationTarget, reason: string): Promise<Receipt> {
  const { row } = target;
  const decidedBy = ctx.actor.personId;
  if (decidedBy === null) throw new AppError('UNAUTHENTICATED');
  const { receipt } = await advance(ctx, row.id, 'refuse-confirmation', { reason });
  await ctx.tx
    .insertInto('result_decision')
    .values({
      application_id: row.id,
      organiser_id: row.organiser_id,
      confirmer_id: row.confirmer_id,
      person_id: row.person_id,
      decision: 'refused',
      approval_number: null,
      reason,
      decided_by: decidedBy,
      decided_at: ctx.businessNow,
    })
    .execute();
  return receipt;
}

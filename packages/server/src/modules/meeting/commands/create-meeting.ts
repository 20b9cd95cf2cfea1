import { AppError, type createMeeting as contract } from '@zhiping/contract';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import { currentPlan } from '../../application/index.ts';
import { filingOf } from '../../pool/index.ts';

/** Sets a meeting up for the organiser's plan in force, under a committee filing that is valid on the day. */
export async function createMeeting(
  ctx: Ctx,
  organiserId: string,
  input: z.output<typeof contract.body>,
): Promise<{ readonly id: string }> {
  const filing = await filingOf(ctx, organiserId, input.filingId);
  if (!filing) throw new AppError('NOT_FOUND');
  if (filing.filedOn > input.heldOn || filing.validUntil < input.heldOn) throw new AppError('FILING_EXPIRED');
  const plan = await currentPlan(ctx, organiserId);
  if (!plan) throw new AppError('NO_PLAN');
  const id = ctx.newId();
  await ctx.tx
    .insertInto('meeting')
    .values({
      id,
      organiser_id: organiserId,
      plan_pack: plan.pack,
      plan_number: plan.number,
      filing_id: filing.id,
      title: input.title,
      stage: 'preparing',
      held_on: input.heldOn,
      venue: input.venue,
      members: filing.members,
      chair_person_id: filing.chairPersonId,
      blind: input.blind,
    })
    .execute();
  await ctx.record({
    organiserId,
    subject: { noun: 'meeting', id },
    data: {
      filing: filing.number,
      heldOn: input.heldOn,
      members: filing.members,
      blind: input.blind,
      plan: `${plan.pack}#${plan.number}`,
    },
  });
  return { id };
}

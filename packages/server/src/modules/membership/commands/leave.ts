import { AppError } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import { dateInShanghai } from '../../../time/clocks.ts';
import { releaseRows } from '../../archive/index.ts';

/**
 * Keeps that a person left the unit, on which day and why. What waited for the unit's verification becomes a draft again.
 * @throws AppError `NOT_MEMBER`, `LEAVING_DATE`, `MEMBERSHIP_CASE_RUNNING`
 */
export async function leaveUnit(
  ctx: Ctx,
  personId: string,
  { leftOn, reason }: { readonly leftOn: string; readonly reason: string },
): Promise<void> {
  await ctx.asPlatform(async () => {
    const member = await ctx.tx
      .selectFrom('unit_member')
      .select(['id', 'unit_id', 'joined_on'])
      .where('person_id', '=', personId)
      .where('left_on', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (!member) throw new AppError('NOT_MEMBER');
    if (leftOn < member.joined_on || leftOn > dateInShanghai(ctx.businessNow)) throw new AppError('LEAVING_DATE');
    const running = await ctx.tx
      .selectFrom('application')
      .select('id')
      .where('person_id', '=', personId)
      .where('unit_id', '=', member.unit_id)
      .where('waits_for', '!=', 'nobody')
      .executeTakeFirst();
    if (running) throw new AppError('MEMBERSHIP_CASE_RUNNING');
    await ctx.tx
      .updateTable('unit_member')
      .set({ left_on: leftOn, left_reason: reason })
      .where('id', '=', member.id)
      .execute();
    await releaseRows(ctx, personId);
    await ctx.record({
      organiserId: null,
      subject: { noun: 'unit', id: member.unit_id },
      data: { member: member.id, leftOn, by: ctx.actor.personId === personId ? 'person' : 'unit' },
    });
  });
}

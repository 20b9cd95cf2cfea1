import { AppError } from '@zhiping/contract';
import { dateAt, readPlan, withClosings } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import { processOf } from '../application/index.ts';
import type { PlanTarget } from '../fee/index.ts';

/** One person proposes a later closing of a window, for everybody. It changes nothing before another approves. */
export async function proposeExtension(
  ctx: Ctx,
  { plan: row }: PlanTarget,
  asked: { readonly window: string; readonly to: string; readonly reason: string },
): Promise<string> {
  const { plan } = await processOf(ctx, row);
  const window = plan.windows.find(({ id }) => id === asked.window);
  if (!window) throw new AppError('NOT_FOUND');
  const today = dateAt(ctx.businessNowOf(row.organiser_id));
  if (asked.to <= window.closesOn || asked.to < today) throw new AppError('EXTENSION_EARLIER');
  const reading = readPlan(withClosings(plan, new Map([[window.id, asked.to]])));
  if (!reading.ok) {
    const words = reading.problems.map(({ problem }) => problem).join('；');
    throw new AppError('EXTENSION_CONFLICT', { details: { words } });
  }
  const open = await ctx.tx
    .selectFrom('window_extension')
    .select('id')
    .where('plan_id', '=', row.id)
    .where('window_id', '=', window.id)
    .where('state', '=', 'proposed')
    .executeTakeFirst();
  if (open) throw new AppError('EXTENSION_OPEN');
  const id = ctx.newId();
  await ctx.tx
    .insertInto('window_extension')
    .values({
      id,
      organiser_id: row.organiser_id,
      plan_id: row.id,
      pack: row.pack,
      window_id: window.id,
      from_closes_on: window.closesOn,
      to_closes_on: asked.to,
      reason: asked.reason,
      state: 'proposed',
      proposed_by: ctx.actor.personId ?? '',
      proposed_at: ctx.businessNowOf(row.organiser_id),
      decided_by: null,
      decided_at: null,
    })
    .execute();
  await ctx.record({
    organiserId: row.organiser_id,
    subject: { noun: 'window-extension', id },
    data: { plan: row.id, window: window.id, from: window.closesOn, to: asked.to },
  });
  return id;
}

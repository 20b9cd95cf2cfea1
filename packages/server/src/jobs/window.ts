import { AppError } from '@zhiping/contract';
import type { Ctx } from '../context.ts';
import { after, type Instant } from '../time/clocks.ts';
import type { DeadlineHandlers } from './handlers.ts';

/** A time until which something is accepted, e.g. the online submission of a plan. */
export interface Window {
  readonly organiserId: string;
  /** e.g. `ln-2024-eng/online-submission`. */
  readonly name: string;
  /** First business instant that is too late. */
  readonly closesAt: Instant;
}
/** Longer than any request may take: what was received in time has its lock before the window is closed. */
export const DRAIN_MS = 180_000;
export const CLOSE_WINDOW = 'window.close';

/**
 * Accepts the current request into a window or throws `WINDOW_CLOSED`. Accepted means: received in time, judged by when
 * the request was complete and not by when its turn came; the window's row locked shared until the commit; and not
 * closed. Whoever holds the lock is on the list before it is frozen; whoever comes later is refused and knows it.
 */
export async function acceptIntoWindow(ctx: Ctx, window: Window): Promise<void> {
  if (ctx.receivedAt >= window.closesAt) throw new AppError('WINDOW_CLOSED');
  const row = (await lockShared(ctx, window)) ?? (await openWindow(ctx, window));
  if (row.closed_at !== null) throw new AppError('WINDOW_CLOSED');
}

function lockShared(ctx: Ctx, { organiserId, name }: Window): Promise<{ closed_at: string | null } | undefined> {
  return ctx.tx
    .selectFrom('accepting_window')
    .select('closed_at')
    .where('organiser_id', '=', organiserId)
    .where('name', '=', name)
    .forShare()
    .executeTakeFirst();
}

/** The first to hand something in makes the row and the deadline that closes it. */
async function openWindow(ctx: Ctx, window: Window): Promise<{ closed_at: string | null }> {
  const id = ctx.newId();
  const { organiserId, name, closesAt } = window;
  const { numInsertedOrUpdatedRows: made } = await ctx.tx
    .insertInto('accepting_window')
    .values({ organiser_id: organiserId, name, id, closes_at: closesAt, closed_at: null })
    .onConflict((conflict) => conflict.columns(['organiser_id', 'name']).doNothing())
    .executeTakeFirst();
  if (made === 1n) {
    await ctx.deadline.set({ what: CLOSE_WINDOW, subjectId: id, organiserId, dueAt: after(closesAt, DRAIN_MS) });
  }
  const row = await lockShared(ctx, window);
  if (!row) throw new Error(`window ${name} is gone`);
  return row;
}

/** Closes a window for good: waits for those inside, then nobody gets in. */
export async function closeWindow(ctx: Ctx, id: string): Promise<void> {
  const row = await ctx.tx
    .selectFrom('accepting_window')
    .select(['organiser_id', 'name', 'closed_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row || row.closed_at !== null) return;
  await ctx.tx.updateTable('accepting_window').set({ closed_at: ctx.businessNow }).where('id', '=', id).execute();
  await ctx.record({
    organiserId: row.organiser_id,
    action: CLOSE_WINDOW,
    subject: { noun: 'window', id },
    data: { name: row.name },
  });
}

export const windowDeadlines: DeadlineHandlers = { [CLOSE_WINDOW]: closeWindow };

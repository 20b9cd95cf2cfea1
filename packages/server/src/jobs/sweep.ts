import { asPlatform } from '../context.ts';
import type { Installation } from '../installation.ts';
import { DEADLINE_HANDLERS } from '../modules/index.ts';
import type { DeadlineHandlers } from './handlers.ts';

/**
 * Takes due deadlines in the order they fell due, each in its own transaction: handler, event and mark together, so
 * that a sweep cut short is simply continued. Returns how many were done.
 */
export async function sweepDeadlines(
  installation: Installation,
  handlers: DeadlineHandlers = DEADLINE_HANDLERS,
): Promise<number> {
  if (Object.keys(handlers).length === 0) return 0;
  const organisers = await asPlatform(installation, 'system.sweep', ({ tx }) =>
    tx.selectFrom('organiser').select('id').orderBy('id').execute(),
  );
  let done = 0;
  for (const { id } of organisers) while (await takeOne(installation, handlers, id)) done += 1;
  return done;
}

function takeOne(installation: Installation, handlers: DeadlineHandlers, organiserId: string): Promise<boolean> {
  const work = async (ctx: Parameters<Parameters<typeof asPlatform>[2]>[0]): Promise<boolean> => {
    const due = await ctx.tx
      .selectFrom('deadline')
      .select(['id', 'what', 'subject_id', 'due_at'])
      .where('organiser_id', '=', organiserId)
      .where('due_at', '<=', ctx.businessNow)
      .where('done_at', 'is', null)
      .where('cancelled_at', 'is', null)
      .where('what', 'in', Object.keys(handlers))
      .orderBy('due_at')
      .orderBy('id')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!due) return false;
    await ctx.tx.updateTable('deadline').set({ done_at: ctx.businessNow }).where('id', '=', due.id).execute();
    await handlers[due.what]?.(ctx, due.subject_id);
    return true;
  };
  return asPlatform(installation, 'system.sweep', work, organiserId);
}

import { asPlatform, type Ctx } from '../context.ts';
import type { Installation } from '../installation.ts';
import { DEADLINE_HANDLERS } from '../modules/index.ts';
import type { DeadlineHandlers } from './handlers.ts';

interface Due {
  readonly id: string;
  readonly what: string;
  readonly subject_id: string;
}

/**
 * Takes due deadlines in the order they fell due, each in its own transaction: handler, event and mark together, so
 * that a sweep cut short is simply continued. One that fails stays due for the next sweep and does not keep the others
 * waiting. Returns how many were done; throws the first failure when all others are done.
 */
export async function sweepDeadlines(
  installation: Installation,
  handlers: DeadlineHandlers = DEADLINE_HANDLERS,
): Promise<number> {
  const names = Object.keys(handlers);
  if (names.length === 0) return 0;
  const organisers = await asPlatform(installation, 'system.sweep', ({ tx }) =>
    tx.selectFrom('organiser').select('id').orderBy('id').execute(),
  );
  let done = 0;
  const failures: unknown[] = [];
  for (const { id: organiserId } of organisers) {
    const failed = new Set<string>();
    for (;;) {
      const due = await findDue(installation, names, organiserId, failed);
      if (!due) break;
      try {
        if (await take(installation, handlers, organiserId, due)) done += 1;
      } catch (error) {
        failures.push(error);
        failed.add(due.id);
        await countAttempt(installation, due.id);
      }
    }
  }
  if (failures.length > 0) throw failures[0];
  return done;
}

function openAndDue(ctx: Ctx) {
  return ctx.tx
    .selectFrom('deadline')
    .select(['id', 'what', 'subject_id'])
    .where('due_at', '<=', ctx.businessNow)
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null);
}

function findDue(
  installation: Installation,
  names: readonly string[],
  organiserId: string,
  failed: ReadonlySet<string>,
): Promise<Due | undefined> {
  const find = (ctx: Ctx): Promise<Due | undefined> => {
    const due = openAndDue(ctx).where('organiser_id', '=', organiserId).where('what', 'in', names);
    const left = failed.size === 0 ? due : due.where('id', 'not in', [...failed]);
    return left.orderBy('due_at').orderBy('id').limit(1).executeTakeFirst();
  };
  return asPlatform(installation, 'system.sweep', find, organiserId);
}

/** False where another sweep was faster. */
function take(installation: Installation, handlers: DeadlineHandlers, organiserId: string, due: Due): Promise<boolean> {
  const work = async (ctx: Ctx): Promise<boolean> => {
    const mine = await openAndDue(ctx).where('id', '=', due.id).forUpdate().executeTakeFirst();
    if (!mine) return false;
    await ctx.tx.updateTable('deadline').set({ done_at: ctx.businessNow }).where('id', '=', due.id).execute();
    await handlers[due.what]?.(ctx, due.subject_id);
    return true;
  };
  return asPlatform(installation, 'system.sweep', work, organiserId);
}

function countAttempt(installation: Installation, id: string): Promise<unknown> {
  return asPlatform(installation, 'system.sweep', ({ tx }) =>
    tx
      .updateTable('deadline')
      .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
      .where('id', '=', id)
      .execute(),
  );
}

import { deadlinesOf } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import type { DeadlineHandlers } from '../../jobs/handlers.ts';
import { advance } from './advance.ts';
import { processOf } from './process-of.ts';
import { loadApplication } from './target.ts';

/** What a passed deadline of one application does: the action its plan names, if it still stands. */
async function applicationDue(ctx: Ctx, applicationId: string): Promise<void> {
  const target = await loadApplication(ctx, { id: applicationId }, true);
  if (!target) return;
  const { row } = target;
  const process = await processOf(ctx, row);
  const now = ctx.businessNowOf(row.organiser_id);
  const due = deadlinesOf(process, row.state).find(({ then, dueAt }) => then !== null && dueAt <= now);
  if (due?.then) await advance(ctx, row.id, due.then, {}, { as: 'time' });
}

export const applicationDeadlines: DeadlineHandlers = { 'application.due': applicationDue };

import type { Ctx } from '../../context.ts';
import type { DeadlineHandlers } from '../../jobs/handlers.ts';
import { concludeResult } from './commands/conclude-result.ts';

/** The last day of a publicity of results is over. Held persons stay behind; see `concludeResult`. */
async function publicityOver(ctx: Ctx, publicityId: string): Promise<void> {
  const row = await ctx.tx
    .selectFrom('publicity')
    .selectAll()
    .where('id', '=', publicityId)
    .forUpdate()
    .executeTakeFirst();
  if (row && row.closed === null) await concludeResult(ctx, row, 'time');
}

export const resultDeadlines: DeadlineHandlers = { 'result.publicity-over': publicityOver };

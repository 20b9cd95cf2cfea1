import { AppError } from '@zhiping/contract';
import { concludeRefusal, type Receipt } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { advance } from '../../application/index.ts';
import { setMeetingStage } from '../../meeting/index.ts';
import type { PublicityRow } from '../../publicity/index.ts';

export interface Concluded {
  readonly concluded: number;
  readonly held: number;
  readonly receipt: Receipt;
}

/**
 * Ends the publicity of a meeting's results after its last day: whoever is not held back goes to confirmation, whoever is
 * stays until released. `as` names time when the deadline does it.
 */
export async function concludeResult(ctx: Ctx, row: PublicityRow, as?: 'time'): Promise<Concluded> {
  const now = as === undefined ? ctx.receivedAt : ctx.businessNowOf(row.organiser_id);
  const publicity = { startsOn: row.starts_on, lastDay: row.last_day, endsAt: row.ends_at, closed: row.closed };
  const refusal = concludeRefusal(publicity, [], now);
  if (refusal?.code === 'RUNNING') {
    throw new AppError('PUBLICITY_RUNNING', { details: { lastDay: refusal.lastDay } });
  }
  if (refusal !== null) throw new AppError('STALE');
  return ctx.asPlatform(async () => {
    const people = await ctx.tx
      .selectFrom('publicity_person as p')
      .innerJoin('application as a', 'a.id', 'p.application_id')
      .select(['a.id', 'a.state'])
      .where('p.publicity_id', '=', row.id)
      .where('a.stage', '=', 'result-publicity')
      .orderBy('p.place')
      .execute();
    const free = people.filter(({ state }) => state.held === null);
    for (const { id } of free) {
      await advance(ctx, id, 'conclude-result', {}, as === undefined ? {} : { as });
    }
    await ctx.tx
      .updateTable('publicity')
      .set({ closed: 'concluded', closed_at: now, version: row.version + 1 })
      .where('id', '=', row.id)
      .execute();
    await ctx.deadline.cancel({ what: 'result.publicity-over', subjectId: row.id }, now);
    if (row.meeting_id !== null) await setMeetingStage(ctx, row.meeting_id, ['publicised'], 'closed');
    const held = people.length - free.length;
    const receipt = await ctx.record({
      organiserId: row.organiser_id,
      action: 'result.conclude',
      subject: { noun: 'publicity', id: row.id },
      data: { concluded: free.length, held },
    });
    return { concluded: free.length, held, receipt };
  });
}

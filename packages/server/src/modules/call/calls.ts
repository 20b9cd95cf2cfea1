import { AppError, type CallNote, MOST_CALLS } from '@zhiping/contract';
import type { Ctx } from '../../context.ts';
import type { ApplicationTarget } from '../application/index.ts';

/** Nobody remembers what was said before. */
const YEAR_MS = 366 * 24 * 3_600_000;

/** Calls about one application, the latest first. */
export async function callsOf(ctx: Ctx, applicationId: string): Promise<CallNote[]> {
  return ctx.tx
    .selectFrom('call_note as c')
    .innerJoin('person as p', 'p.id', 'c.noted_by')
    .select(['c.id', 'c.callee', 'c.outcome', 'c.called_at as calledAt', 'c.note', 'p.name as notedBy'])
    .select('c.noted_at as notedAt')
    .where('c.application_id', '=', applicationId)
    .orderBy('c.called_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(MOST_CALLS)
    .execute();
}

/** Keeps a note for good: what turns out wrong is said in another. @throws AppError `CALL_TIME`, `CALLS_FULL` */
export async function keepCall(
  ctx: Ctx,
  { row }: ApplicationTarget,
  call: Pick<CallNote, 'callee' | 'outcome' | 'calledAt' | 'note'>,
): Promise<string> {
  const now = ctx.businessNowOf(row.organiser_id);
  const ago = Date.parse(now) - Date.parse(call.calledAt);
  if (ago < 0 || ago > YEAR_MS) throw new AppError('CALL_TIME');
  const { kept } = await ctx.tx
    .selectFrom('call_note')
    .select((eb) => eb.fn.countAll<string>().as('kept'))
    .where('application_id', '=', row.id)
    .executeTakeFirstOrThrow();
  if (Number(kept) >= MOST_CALLS) throw new AppError('CALLS_FULL');
  const id = ctx.newId();
  await ctx.tx
    .insertInto('call_note')
    .values({
      id,
      organiser_id: row.organiser_id,
      application_id: row.id,
      person_id: row.person_id,
      callee: call.callee,
      outcome: call.outcome,
      called_at: call.calledAt,
      note: call.note,
      noted_by: ctx.actor.personId ?? '',
      noted_at: now,
    })
    .execute();
  await ctx.record({
    organiserId: row.organiser_id,
    subject: { noun: 'application', id: row.id },
    data: { call: id, callee: call.callee, outcome: call.outcome, calledAt: call.calledAt },
  });
  return id;
}

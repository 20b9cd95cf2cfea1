import { AppError } from '@zhiping/contract';
import {
  endingDeadline,
  explainCase,
  makeProcess,
  movedDeadlines,
  type Process,
  revived as stateBefore,
  windowOf,
  windowTimes,
  withClosings,
} from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import { CLOSE_WINDOW, DRAIN_MS } from '../../jobs/window.ts';
import { after } from '../../time/clocks.ts';
import { assertAnotherPerson } from '../delegation/index.ts';
import { processOf, setDeadline } from '../application/index.ts';
import type { ExtensionTarget } from './target.ts';

type Extension = ExtensionTarget['extension'];

/**
 * Another person approves: the window closes later for everybody, every deadline that hangs on it moves in this
 * transaction, and applications that its closing had ended go on where they stood.
 */
export async function approveExtension(
  ctx: Ctx,
  { extension }: ExtensionTarget,
): Promise<{ moved: number; revived: number }> {
  await assertAnotherPerson(ctx, extension.proposed_by, extension.proposed_at, 'EXTENSION_SAME_PERSON');
  const plan = await ctx.tx
    .selectFrom('plan')
    .selectAll()
    .where('id', '=', extension.plan_id)
    .executeTakeFirstOrThrow();
  const before = await processOf(ctx, plan);
  const closings = new Map([[extension.window_id, extension.to_closes_on]]);
  const later = makeProcess(withClosings(before.plan, closings), before.calendar);
  const now = ctx.businessNowOf(extension.organiser_id);
  const { numUpdatedRows } = await ctx.tx
    .updateTable('window_extension')
    .set({ state: 'approved', decided_by: ctx.actor.personId, decided_at: now })
    .where('id', '=', extension.id)
    .where('state', '=', 'proposed')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new AppError('EXTENSION_DECIDED');
  return ctx.asPlatform(async () => {
    await reopenWindow(ctx, extension, later);
    const moved = await moveDeadlines(ctx, extension.plan_id, before, later);
    const revived = await revive(ctx, extension, before, later, now);
    await ctx.tx.updateTable('window_extension').set({ revived }).where('id', '=', extension.id).execute();
    await ctx.record({
      organiserId: extension.organiser_id,
      subject: { noun: 'window-extension', id: extension.id },
      data: { window: extension.window_id, to: extension.to_closes_on, moved, revived },
    });
    return { moved, revived };
  });
}

export async function declineExtension(ctx: Ctx, { extension }: ExtensionTarget): Promise<void> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('window_extension')
    .set({
      state: 'declined',
      decided_by: ctx.actor.personId,
      decided_at: ctx.businessNowOf(extension.organiser_id),
    })
    .where('id', '=', extension.id)
    .where('state', '=', 'proposed')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new AppError('EXTENSION_DECIDED');
  await ctx.record({
    organiserId: extension.organiser_id,
    subject: { noun: 'window-extension', id: extension.id },
    data: { window: extension.window_id },
  });
}

/** The door through which submissions come (`jobs/window.ts`), opened again where it has closed. */
async function reopenWindow(ctx: Ctx, extension: Extension, later: Process): Promise<void> {
  const { closesAt } = windowTimes(windowOf(later.plan, extension.window_id));
  const door = await ctx.tx
    .updateTable('accepting_window')
    .set({ closes_at: closesAt, closed_at: null })
    .where('organiser_id', '=', extension.organiser_id)
    .where('name', '=', `${extension.pack}/${extension.window_id}`)
    .returning('id')
    .executeTakeFirst();
  if (!door) return;
  const { organiser_id: organiserId } = extension;
  await ctx.deadline.set({ what: CLOSE_WINDOW, subjectId: door.id, organiserId, dueAt: after(closesAt, DRAIN_MS) });
}

/** Stage by stage, all applications at once: what was due then is due later. Answers how many. */
async function moveDeadlines(ctx: Ctx, planId: string, before: Process, later: Process): Promise<number> {
  let count = 0;
  for (const { stage, from, to } of movedDeadlines(before, later)) {
    const drain = (at: string, window: string | null) => (window === null ? at : after(at, DRAIN_MS));
    await sql`update deadline set due_at = ${drain(to.dueAt, to.window)}
      where what = 'application.due' and done_at is null and cancelled_at is null
        and due_at = ${drain(from.dueAt, from.window)}
        and subject_id in (select id from application where plan_id = ${planId} and stage = ${stage})`.execute(ctx.tx);
    const { numUpdatedRows } = await ctx.tx
      .updateTable('application')
      .set({ due_at: to.dueAt })
      .where('plan_id', '=', planId)
      .where('stage', '=', stage)
      .where('due_at', '=', from.dueAt)
      .executeTakeFirst();
    count += Number(numUpdatedRows);
  }
  return count;
}

/** Applications that the closing ended, unless their person has another one running in the plan. */
async function revive(ctx: Ctx, extension: Extension, before: Process, later: Process, now: string): Promise<number> {
  const stopped = before.plan.stages.filter(({ end }) => end === 'stopped').map(({ id }) => id);
  const rows = await ctx.tx
    .selectFrom('application as a')
    .selectAll('a')
    .where('a.plan_id', '=', extension.plan_id)
    .where('a.stage', 'in', stopped)
    .where(sql<boolean>`a.state -> 'steps' -> -1 ->> 'by' = 'time'`)
    .where(sql<boolean>`not exists (select from application o where o.person_id = a.person_id and o.plan_id = a.plan_id
      and o.id <> a.id and o.stage <> all(${stopped}::text[]))`)
    .orderBy('a.id')
    .forUpdate()
    .execute();
  let count = 0;
  for (const row of rows) {
    const state = stateBefore(before, row.state, extension.window_id, now, extension.reason);
    if (state === null) continue;
    const due = endingDeadline(later, state);
    await ctx.tx
      .updateTable('application')
      .set({
        stage: state.stage,
        state: JSON.stringify(state),
        waits_for: explainCase(later, state, now).who,
        due_at: due?.dueAt ?? null,
        version: row.version + 1,
        changed_at: now,
      })
      .where('id', '=', row.id)
      .execute();
    await setDeadline(ctx, row, due);
    await ctx.record({
      organiserId: row.organiser_id,
      action: 'application.extend',
      subject: { noun: 'application', id: row.id },
      data: { number: row.number, from: row.stage, to: state.stage, extension: extension.id },
    });
    count += 1;
  }
  return count;
}

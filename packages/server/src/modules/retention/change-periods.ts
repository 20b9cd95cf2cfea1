import { AppError } from '@zhiping/contract';
import { type DocumentClass, keepingProblem, type TargetFacts } from '@zhiping/core';
import type { Selectable } from 'kysely';
import type { Ctx } from '../../context.ts';
import { assertAnotherPerson } from '../delegation/index.ts';
import { periodsInForce } from './periods.ts';
import type { RetentionTables } from './tables.ts';

export interface ChangeTarget extends TargetFacts {
  readonly change: Selectable<RetentionTables['retention_change']>;
}
const PROBLEMS = {
  'too-short': 'RETENTION_TOO_SHORT',
  'too-long': 'RETENTION_TOO_LONG',
  'not-forever': 'RETENTION_NOT_FOREVER',
} as const;

export async function loadChange(ctx: Ctx, { id }: { readonly id: string }): Promise<ChangeTarget | null> {
  const change = await ctx.tx.selectFrom('retention_change').selectAll().where('id', '=', id).executeTakeFirst();
  return change ? { stage: change.state, change } : null;
}

/**
 * The first person says how long a class shall be kept; nothing changes before another agrees. Runs as the platform.
 * @throws AppError `RETENTION_TOO_SHORT`, `RETENTION_TOO_LONG`, `RETENTION_NOT_FOREVER`, `RETENTION_SAME`, `RETENTION_OPEN`
 */
export async function proposeChange(
  ctx: Ctx,
  asked: { readonly class: DocumentClass; readonly months: number | null; readonly reason: string },
): Promise<string> {
  const problem = keepingProblem(asked.class, asked.months);
  if (problem !== null) throw new AppError(PROBLEMS[problem]);
  const periods = await periodsInForce(ctx);
  if (periods[asked.class] === asked.months) throw new AppError('RETENTION_SAME');
  const id = ctx.newId();
  const { numInsertedOrUpdatedRows: made } = await ctx.tx
    .insertInto('retention_change')
    .values({
      id,
      ...asked,
      state: 'proposed',
      proposed_by: ctx.actor.personId ?? '',
      proposed_at: ctx.systemNow,
      decided_by: null,
      decided_at: null,
    })
    .onConflict((conflict) => conflict.column('class').where('state', '=', 'proposed').doNothing())
    .executeTakeFirst();
  if (made !== 1n) throw new AppError('RETENTION_OPEN');
  await ctx.record({
    organiserId: null,
    subject: { noun: 'retention', id },
    data: { class: asked.class, from: periods[asked.class], to: asked.months },
  });
  return id;
}

/** Another person agrees, and the period is in force. Runs as the platform. @throws AppError `RETENTION_SAME_PERSON`, `RETENTION_DECIDED` */
export async function approveChange(ctx: Ctx, { change }: ChangeTarget): Promise<void> {
  await assertAnotherPerson(ctx, change.proposed_by, change.proposed_at, 'RETENTION_SAME_PERSON');
  await decide(ctx, change, 'approved');
}

/** Not agreed to, or taken back by whoever proposed it. Runs as the platform. @throws AppError `RETENTION_DECIDED` */
export function declineChange(ctx: Ctx, { change }: ChangeTarget): Promise<void> {
  return decide(ctx, change, 'declined');
}

async function decide(ctx: Ctx, { id, ...change }: ChangeTarget['change'], state: 'approved' | 'declined') {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('retention_change')
    .set({ state, decided_by: ctx.actor.personId, decided_at: ctx.systemNow })
    .where('id', '=', id)
    .where('state', '=', 'proposed')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new AppError('RETENTION_DECIDED');
  await ctx.record({
    organiserId: null,
    subject: { noun: 'retention', id },
    data: { class: change.class, to: change.months },
  });
}

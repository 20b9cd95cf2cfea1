import { AppError, type changeUnitEntry } from '@zhiping/contract';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import { dateInShanghai } from '../../../time/clocks.ts';
import { moveWaitingRows, releaseRowsOfUnit } from '../../archive/index.ts';

export type UnitChangeAsked = z.output<(typeof changeUnitEntry)['body']>;

/**
 * Keeps that a unit was renamed, merged into another or closed, and from which day. Of a merged unit the people go to the
 * successor, whose staff also finish what is still running under the old name; a closed one must have nothing running.
 * @throws AppError `UNIT_ENDED`, `UNIT_CHANGE_DATE`, `UNIT_SUCCESSOR`, `UNIT_CASES_RUNNING`
 */
export async function changeUnit(ctx: Ctx, unitId: string, asked: UnitChangeAsked): Promise<void> {
  await ctx.asPlatform(async () => {
    const unit = await ctx.tx
      .selectFrom('unit')
      .select(['name', 'ended_on'])
      .where('id', '=', unitId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (unit.ended_on !== null) throw new AppError('UNIT_ENDED');
    await assertDate(ctx, unitId, asked.validFrom);
    switch (asked.kind) {
      case 'renamed':
        await ctx.tx.updateTable('unit').set({ name: asked.newName }).where('id', '=', unitId).execute();
        break;
      case 'merged':
        await merge(ctx, unitId, asked);
        break;
      case 'closed':
        await close(ctx, unitId, asked.validFrom);
        break;
    }
    await ctx.tx
      .insertInto('unit_change')
      .values({
        id: ctx.newId(),
        unit_id: unitId,
        kind: asked.kind,
        valid_from: asked.validFrom,
        old_name: unit.name,
        new_name: asked.kind === 'renamed' ? asked.newName : null,
        successor_id: asked.kind === 'merged' ? asked.successorId : null,
        document: asked.document,
        reason: asked.reason,
        changed_by: ctx.actor.personId,
        changed_at: ctx.systemNow,
      })
      .execute();
    await ctx.record({ organiserId: null, subject: { noun: 'unit', id: unitId }, data: { ...asked, was: unit.name } });
  });
}

/** Changes are kept in their order, and none lies ahead: the register says what is. */
async function assertDate(ctx: Ctx, unitId: string, validFrom: string): Promise<void> {
  const last = await ctx.tx
    .selectFrom('unit_change')
    .select('valid_from')
    .where('unit_id', '=', unitId)
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirst();
  const early = last !== undefined && validFrom < last.valid_from;
  if (early || validFrom > dateInShanghai(ctx.businessNow)) throw new AppError('UNIT_CHANGE_DATE');
}

async function merge(ctx: Ctx, unitId: string, asked: Extract<UnitChangeAsked, { kind: 'merged' }>): Promise<void> {
  const { successorId, validFrom } = asked;
  const successor = await ctx.tx
    .selectFrom('unit')
    .select(['id', 'name', 'ended_on'])
    .where('id', '=', successorId)
    .forUpdate()
    .executeTakeFirst();
  if (!successor || successor.ended_on !== null || successorId === unitId) throw new AppError('UNIT_SUCCESSOR');
  await end(ctx, unitId, validFrom, successorId);
  // Who joined after that day leaves on the day of joining: no membership ends before it began.
  await sql`with moved as (
      update unit_member set left_on = greatest(joined_on, ${validFrom}::date), left_reason = ${`并入${successor.name}`}
      where unit_id = ${unitId} and left_on is null returning person_id, post, employer_name, left_on)
    insert into unit_member (id, unit_id, person_id, post, employer_name, joined_on)
    select gen_random_uuid(), ${successorId}::uuid, person_id, post, employer_name, left_on from moved`.execute(ctx.tx);
  await moveWaitingRows(ctx, unitId, successorId);
  // The successor's staff finish what runs under the old name.
  await sql`insert into relation (id, person_id, relation, subject_id)
    select gen_random_uuid(), r.person_id, 'unit', ${unitId}::uuid from relation r
    where r.subject_id = ${successorId} and r.relation = 'unit' and r.ended_at is null
    on conflict do nothing`.execute(ctx.tx);
}

async function close(ctx: Ctx, unitId: string, validFrom: string): Promise<void> {
  const running = await ctx.tx
    .selectFrom('application')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('waits_for', '!=', 'nobody')
    .limit(1)
    .executeTakeFirst();
  if (running) throw new AppError('UNIT_CASES_RUNNING');
  await end(ctx, unitId, validFrom, null);
  await releaseRowsOfUnit(ctx, unitId);
  await sql`update unit_member set left_on = greatest(joined_on, ${validFrom}::date), left_reason = '单位撤销'
    where unit_id = ${unitId} and left_on is null`.execute(ctx.tx);
}

/** Nobody is waited for any more, and no invitation brings anybody in. */
async function end(ctx: Ctx, unitId: string, endedOn: string, successorId: string | null): Promise<void> {
  await ctx.tx
    .updateTable('unit')
    .set({ ended_on: endedOn, successor_id: successorId })
    .where('id', '=', unitId)
    .execute();
  await ctx.tx
    .updateTable('joining')
    .set({ state: 'refused', reason: '单位已撤销或并入其他单位', decided_at: ctx.businessNow, decided_by: null })
    .where('unit_id', '=', unitId)
    .where('state', '=', 'waiting')
    .execute();
  await ctx.tx
    .updateTable('unit_invitation')
    .set({ revoked_at: ctx.systemNow })
    .where('unit_id', '=', unitId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
}

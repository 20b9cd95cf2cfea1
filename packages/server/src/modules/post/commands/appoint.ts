import { AppError } from '@zhiping/contract';
import { periodProblem, type Receipt, wayInto } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';

export interface NewAppointment {
  readonly personId: string;
  readonly grade: number;
  readonly postName: string;
  readonly from: string;
  readonly to: string | null;
}

/**
 * Appoints somebody of the unit. Who is in a post already moves: the former appointment ends the day before, and the grade
 * says whether it is a promotion or a demotion. Throws `POST_MEMBER_UNKNOWN`, `POST_PERIOD`.
 */
export async function appoint(
  ctx: Ctx,
  unitId: string,
  { personId, grade, postName, from, to }: NewAppointment,
): Promise<{ id: string; way: 'appointed' | 'promoted' | 'demoted'; receipt: Receipt }> {
  await mustBeMember(ctx, unitId, personId);
  const former = await ctx.tx
    .selectFrom('appointment')
    .select(['id', 'grade', 'from_date as from', 'to_date as to'])
    .where('unit_id', '=', unitId)
    .where('person_id', '=', personId)
    .orderBy('from_date')
    .forUpdate()
    .execute();
  const running = former.find((one) => one.to === null) ?? null;
  const ended = running === null ? null : dayBefore(from);
  if (running !== null && ended !== null && ended < running.from) throw periodError('新聘任须晚于现聘任的开始日期');
  const others = former.map((one) => (one.id === running?.id ? { ...one, to: ended } : one));
  const problem = periodProblem({ from, to }, others);
  if (problem !== null) throw periodError(problem);
  if (running !== null) {
    await ctx.tx
      .updateTable('appointment')
      .set({ to_date: ended, end_reason: '改聘' })
      .where('id', '=', running.id)
      .execute();
  }
  const id = ctx.newId();
  const way = wayInto(grade, running?.grade ?? null);
  await ctx.tx
    .insertInto('appointment')
    .values({
      id,
      unit_id: unitId,
      person_id: personId,
      grade,
      post_name: postName,
      way,
      from_date: from,
      to_date: to,
      recorded_by: ctx.actor.personId ?? personId,
      recorded_at: ctx.businessNow,
    })
    .execute();
  const receipt = await ctx.record({
    organiserId: null,
    subject: { noun: 'appointment', id },
    data: { unitId, grade, way, from, to },
  });
  return { id, way, receipt };
}

/** Ends an appointment on a day, with the reason. Throws `POST_ENDED`, `POST_PERIOD`. */
export async function endAppointment(
  ctx: Ctx,
  unitId: string,
  id: string,
  { to, reason }: { readonly to: string; readonly reason: string },
): Promise<{ receipt: Receipt }> {
  const row = await ctx.tx
    .selectFrom('appointment')
    .select(['from_date', 'to_date'])
    .where('id', '=', id)
    .where('unit_id', '=', unitId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND');
  if (row.to_date !== null) throw new AppError('POST_ENDED');
  if (to < row.from_date) throw periodError('结束日期早于开始日期');
  await ctx.tx.updateTable('appointment').set({ to_date: to, end_reason: reason }).where('id', '=', id).execute();
  const receipt = await ctx.record({
    organiserId: null,
    subject: { noun: 'appointment', id },
    data: { unitId, to },
  });
  return { receipt };
}

/** Writes down the assessment of one year in the post; a later entry for the same year takes its place. */
export async function assessAppointment(
  ctx: Ctx,
  unitId: string,
  { id, year }: { readonly id: string; readonly year: number },
  {
    result,
    note,
  }: {
    readonly result: 'excellent' | 'qualified' | 'basic' | 'unqualified' | 'undetermined';
    readonly note: string;
  },
): Promise<{ receipt: Receipt }> {
  const row = await ctx.tx
    .selectFrom('appointment')
    .select(['from_date', 'to_date', 'person_id'])
    .where('id', '=', id)
    .where('unit_id', '=', unitId)
    .executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND');
  if (year < Number(row.from_date.slice(0, 4)) || (row.to_date !== null && year > Number(row.to_date.slice(0, 4)))) {
    throw periodError('考核年度不在聘任期间内');
  }
  const entered = {
    result,
    note,
    recorded_by: ctx.actor.personId ?? row.person_id,
    recorded_at: ctx.businessNow,
  };
  await ctx.tx
    .insertInto('appointment_assessment')
    .values({ appointment_id: id, year, ...entered })
    .onConflict((conflict) => conflict.columns(['appointment_id', 'year']).doUpdateSet(entered))
    .execute();
  const receipt = await ctx.record({
    organiserId: null,
    subject: { noun: 'appointment', id },
    data: { unitId, year, result },
  });
  return { receipt };
}

export async function mustBeMember(ctx: Ctx, unitId: string, personId: string): Promise<void> {
  const member = await ctx.tx
    .selectFrom('unit_member')
    .select('person_id')
    .where('unit_id', '=', unitId)
    .where('person_id', '=', personId)
    .where('left_on', 'is', null)
    .executeTakeFirst();
  if (!member) throw new AppError('POST_MEMBER_UNKNOWN');
}

function periodError(message: string): AppError {
  return new AppError('POST_PERIOD', { fields: [{ path: 'from', message }] });
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) - 24 * 3_600_000).toISOString().slice(0, 10);
}

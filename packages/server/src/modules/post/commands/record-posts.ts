import { AppError } from '@zhiping/contract';
import type { PlanLevel, Receipt } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import type { ApplicationRow } from '../../application/index.ts';
import { postsAt } from '../queries/read-posts.ts';
import type { UnitTarget } from '../target.ts';
import { mustBeMember } from './appoint.ts';

/** The approved number of posts of one grade. */
export async function setPostQuota(
  ctx: Ctx,
  unitId: string,
  grade: number,
  quota: number,
): Promise<{ receipt: Receipt }> {
  const personId = ctx.actor.personId;
  if (personId === null) throw new AppError('UNAUTHENTICATED');
  const entered = { quota, changed_by: personId, changed_at: ctx.businessNow };
  await ctx.tx
    .insertInto('unit_post')
    .values({ unit_id: unitId, grade, ...entered })
    .onConflict((conflict) => conflict.columns(['unit_id', 'grade']).doUpdateSet(entered))
    .execute();
  const receipt = await ctx.record({
    organiserId: null,
    subject: { noun: 'unit', id: unitId },
    data: { grade, quota },
  });
  return { receipt };
}

/**
 * What an application does to the posts: takes a vacancy of its level, or why not (ZJ 五(四), TJ 二(四)2).
 * @throws AppError `POST_NO_VACANCY`, `POST_REASON_MISSING`
 */
export async function recordCasePost(
  ctx: Ctx,
  row: ApplicationRow,
  { takes, reason }: { readonly takes: boolean; readonly reason: string },
): Promise<{ receipt: Receipt }> {
  if (!takes && reason === '') throw new AppError('POST_REASON_MISSING');
  // One at a time in a unit: two applications must not take the last vacancy together.
  await ctx.tx.selectFrom('unit_post').select('grade').where('unit_id', '=', row.unit_id).forUpdate().execute();
  const { vacancies } = await postsAt(ctx, row.unit_id, row.level as PlanLevel, row.id);
  if (takes && vacancies === 0) throw new AppError('POST_NO_VACANCY');
  const entered = {
    takes,
    reason,
    level: row.level,
    recorded_by: ctx.actor.personId ?? row.person_id,
    recorded_at: ctx.businessNowOf(row.organiser_id),
  };
  await ctx.tx
    .insertInto('application_post')
    .values({ application_id: row.id, organiser_id: row.organiser_id, unit_id: row.unit_id, ...entered })
    .onConflict((conflict) => conflict.column('application_id').doUpdateSet(entered))
    .execute();
  const receipt = await ctx.record({
    organiserId: row.organiser_id,
    subject: { noun: 'application', id: row.id },
    data: { number: row.number, takes },
  });
  return { receipt };
}

/**
 * An enterprise appoints an engineer itself, without any committee (TJ 二(三)4). Throws `SELF_APPOINTMENT_ENTERPRISE`,
 * `POST_MEMBER_UNKNOWN`, `SELF_APPOINTED`.
 */
export async function selfAppoint(
  ctx: Ctx,
  { unitId, kind }: UnitTarget,
  entry: {
    readonly personId: string;
    readonly specialty: string;
    readonly basis: 'doctor' | 'master';
    readonly from: string;
    readonly note: string;
  },
): Promise<{ id: string; receipt: Receipt }> {
  if (kind !== 'enterprise' && kind !== 'private') throw new AppError('SELF_APPOINTMENT_ENTERPRISE');
  await mustBeMember(ctx, unitId, entry.personId);
  const id = ctx.newId();
  const { numInsertedOrUpdatedRows: made } = await ctx.tx
    .insertInto('self_appointment')
    .values({
      id,
      unit_id: unitId,
      person_id: entry.personId,
      specialty: entry.specialty,
      basis: entry.basis,
      from_date: entry.from,
      note: entry.note,
      recorded_by: ctx.actor.personId ?? entry.personId,
      recorded_at: ctx.businessNow,
    })
    .onConflict((conflict) => conflict.columns(['unit_id', 'person_id']).doNothing())
    .executeTakeFirst();
  if (made !== 1n) throw new AppError('SELF_APPOINTED');
  const receipt = await ctx.record({
    organiserId: null,
    subject: { noun: 'self-appointment', id },
    data: { unitId, basis: entry.basis, from: entry.from },
  });
  return { id, receipt };
}

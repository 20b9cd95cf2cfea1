import { AppError, type AppraisalInput } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import { dateInShanghai } from '../../../time/clocks.ts';
import type { ApplicationRow } from '../../application/index.ts';
import { assertNotOwn } from '../../archive/index.ts';
import { decide, type Decided } from './review-application.ts';

/**
 * Keeps the democratic appraisal of one person and moves the application on: to publicity when recommended, else to its
 * end (LN-2024 五(三)); `rankingId` names the ranking it came of, if it did. Throws `INVALID` where the place or the date cannot be, or one member sits twice.
 */
export async function recordAppraisal(
  ctx: Ctx,
  row: ApplicationRow,
  version: number,
  appraisal: AppraisalInput,
  rankingId: string | null = null,
): Promise<Decided> {
  assertNotOwn(ctx, row.person_id);
  assertSound(appraisal, ctx.businessNowOf(row.organiser_id));
  const { heldOn, members, ...rest } = appraisal;
  await ctx.tx
    .insertInto('unit_appraisal')
    .values({
      ...rest,
      id: ctx.newId(),
      organiser_id: row.organiser_id,
      application_id: row.id,
      unit_id: row.unit_id,
      person_id: row.person_id,
      ranking_id: rankingId,
      held_on: heldOn,
      members: JSON.stringify(members),
      recorded_by: ctx.actor.personId ?? row.person_id,
      recorded_at: ctx.businessNowOf(row.organiser_id),
    })
    .execute();
  return decide(ctx, row.id, 'record-appraisal', { recommended: appraisal.recommended }, version);
}

function assertSound(appraisal: AppraisalInput, now: string): void {
  const fields: { path: string; message: string }[] = [];
  if (appraisal.place > appraisal.candidates) {
    fields.push({ path: 'appraisal.place', message: '名次不能大于参加考评的人数' });
  }
  if (appraisal.heldOn > dateInShanghai(now))
    fields.push({ path: 'appraisal.heldOn', message: '考评日期不能晚于今天' });
  const names = appraisal.members.map(({ name }) => name);
  if (new Set(names).size !== names.length) {
    fields.push({ path: 'appraisal.members', message: '同一名成员不能重复填写' });
  }
  if (fields.length > 0) throw new AppError('INVALID', { fields });
}

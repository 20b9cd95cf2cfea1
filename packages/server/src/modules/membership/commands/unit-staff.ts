import { AppError } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';

/** Ends somebody's acting for the unit; the last one stays. Throws `STAFF_LAST`, `NOT_FOUND`. */
export async function endStaff(ctx: Ctx, unitId: string, personId: string): Promise<void> {
  const staff = await ctx.tx
    .selectFrom('relation')
    .select(['id', 'person_id'])
    .where('relation', '=', 'unit')
    .where('subject_id', '=', unitId)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  const ended = staff.find((one) => one.person_id === personId);
  if (!ended) throw new AppError('NOT_FOUND');
  if (staff.length === 1) throw new AppError('STAFF_LAST');
  await ctx.tx.updateTable('relation').set({ ended_at: ctx.systemNow }).where('id', '=', ended.id).execute();
  await ctx.record({ organiserId: null, subject: { noun: 'unit', id: unitId }, data: { endedStaff: ended.id } });
}

export interface UnitChange {
  readonly secondLevelNames: readonly string[];
  readonly contactName: string;
  readonly contactPhone: string;
}

/** What a unit may change of its registration by itself; name, nature and area are the authority's to change. */
export async function changeUnit(ctx: Ctx, unitId: string, change: UnitChange): Promise<void> {
  const secondLevelNames = [...new Set(change.secondLevelNames)];
  await ctx.asPlatform(() =>
    ctx.tx
      .updateTable('unit')
      .set({
        second_level_names: secondLevelNames,
        contact_name: change.contactName,
        contact_phone: change.contactPhone,
      })
      .where('id', '=', unitId)
      .execute(),
  );
  await ctx.record({ organiserId: null, subject: { noun: 'unit', id: unitId }, data: { secondLevelNames } });
}

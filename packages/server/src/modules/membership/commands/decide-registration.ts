import { AppError, type UnitRegistration } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import { addRelation } from '../../account/index.ts';
import { isStaffed } from '../../archive/index.ts';
import { viewRegistration } from '../queries/registrations.ts';
import type { StoredRegistration } from '../target.ts';

/**
 * Registers the unit and makes who asked its first named staff. A unit that is there without staff stays as it is registered and
 * gets its staff. Throws `UNIT_REGISTERED`, `REGISTRATION_DECIDED`.
 */
export async function approveRegistration(ctx: Ctx, asked: StoredRegistration): Promise<UnitRegistration> {
  const unitId = await ctx.asPlatform(async () => {
    const fresh = ctx.newId();
    const { numInsertedOrUpdatedRows: made } = await ctx.tx
      .insertInto('unit')
      .values({
        id: fresh,
        name: asked.name,
        credit_code: asked.credit_code,
        kind: asked.kind,
        category: asked.category,
        affiliation: asked.affiliation,
        area: asked.area,
        authority_id: asked.authority_id,
        association_id: null,
        second_level_names: asked.second_level_names,
        agency: asked.agency,
        contact_name: asked.contact_name,
        contact_phone: asked.contact_phone,
      })
      .onConflict((conflict) => conflict.column('credit_code').doNothing())
      .executeTakeFirst();
    const subjectId = made === 1n ? fresh : await unstaffedUnit(ctx, asked.credit_code);
    await addRelation(ctx, asked.person_id, { relation: 'unit', subjectId });
    return subjectId;
  });
  await close(ctx, asked, { state: 'approved', unit_id: unitId });
  await ctx.record({
    organiserId: null,
    subject: { noun: 'unit', id: unitId },
    data: { registration: asked.id, creditCode: asked.credit_code, name: asked.name },
  });
  return viewRegistration(ctx, asked.id);
}

/** The unit of a code, locked so that of two registrations one staffs it. @throws AppError `UNIT_REGISTERED` */
async function unstaffedUnit(ctx: Ctx, creditCode: string): Promise<string> {
  const { id } = await ctx.tx
    .selectFrom('unit')
    .select('id')
    .where('credit_code', '=', creditCode)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (await isStaffed(ctx, id, null)) throw new AppError('UNIT_REGISTERED');
  return id;
}

/** Ends a registration without a unit: sent back to be mended, refused, or withdrawn by who asked. */
export async function endRegistration(
  ctx: Ctx,
  asked: StoredRegistration,
  state: 'returned' | 'refused' | 'withdrawn',
  reason: string,
): Promise<UnitRegistration> {
  await close(ctx, asked, { state, reason });
  await ctx.record({
    organiserId: null,
    subject: { noun: 'unit-registration', id: asked.id },
    data: { state, reason },
  });
  return viewRegistration(ctx, asked.id);
}

async function close(
  ctx: Ctx,
  asked: StoredRegistration,
  change: Partial<Pick<StoredRegistration, 'state' | 'unit_id' | 'reason'>>,
): Promise<void> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('unit_registration')
    .set({ ...change, decided_at: ctx.businessNow, decided_by: ctx.actor.personId })
    .where('id', '=', asked.id)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new AppError('REGISTRATION_DECIDED');
}

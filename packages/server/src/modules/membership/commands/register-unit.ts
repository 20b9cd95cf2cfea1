import { AppError, type UnitRegistration } from '@zhiping/contract';
import { isCreditCode } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import type { StoredFile } from '../../../files/index.ts';
import { isEndedDivision } from '../../codes/index.ts';
import { isStaffed } from '../../archive/index.ts';
import { deciderOf } from '../queries/areas.ts';
import { viewRegistration } from '../queries/registrations.ts';
import type { StoredRegistration } from '../target.ts';

export interface NewUnit extends Pick<StoredRegistration, 'name' | 'kind' | 'category' | 'affiliation' | 'area'> {
  readonly creditCode: string;
  /** One name a line. */
  readonly secondLevel: string;
  readonly agency: 'yes' | 'no';
  readonly contactName: string;
  readonly contactPhone: string;
}
const MAX_SECOND_LEVEL = 200;

/**
 * Asks for the registration of a unit, with the letter that says so. Goes to the authority of the area, where one works on
 * the platform, else to the platform itself.
 * @throws AppError `CREDIT_CODE_INVALID`, `AREA_ENDED`, `UNIT_REGISTERED`, `UNIT_REGISTRATION_WAITING`
 */
export async function registerUnit(
  ctx: Ctx,
  personId: string,
  unit: NewUnit,
  letter: StoredFile,
): Promise<UnitRegistration> {
  if (!isCreditCode(unit.creditCode)) {
    throw new AppError('CREDIT_CODE_INVALID', { fields: [{ path: 'creditCode', message: '请核对' }] });
  }
  if (await isEndedDivision(ctx, unit.area)) throw new AppError('AREA_ENDED');
  const there = await ctx.tx
    .selectFrom('unit')
    .select('id')
    .where('credit_code', '=', unit.creditCode)
    .executeTakeFirst();
  // One that is there but has nobody who acts for it any more is taken over with a new letter.
  if (there && (await isStaffed(ctx, there.id, null))) throw new AppError('UNIT_REGISTERED');
  const id = ctx.newId();
  const authorityId = await deciderOf(ctx, unit.area);
  const { numInsertedOrUpdatedRows: made } = await ctx.tx
    .insertInto('unit_registration')
    .values({
      id,
      person_id: personId,
      authority_id: authorityId,
      state: 'waiting',
      name: unit.name,
      credit_code: unit.creditCode,
      kind: unit.kind,
      category: unit.category,
      affiliation: unit.affiliation,
      area: unit.area,
      second_level_names: secondLevelNames(unit.secondLevel),
      agency: unit.agency === 'yes',
      contact_name: unit.contactName,
      contact_phone: unit.contactPhone,
      letter_blob: letter.id,
      letter_name: letter.name,
      created_at: ctx.businessNow,
      decided_at: null,
      decided_by: null,
      unit_id: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made !== 1n) throw new AppError('UNIT_REGISTRATION_WAITING');
  const { name, creditCode, kind, category, affiliation, area } = unit;
  await ctx.record({
    organiserId: null,
    subject: { noun: 'unit-registration', id },
    data: { name, creditCode, kind, category, affiliation, area, letter: letter.sameness },
  });
  return viewRegistration(ctx, id);
}

function secondLevelNames(lines: string): string[] {
  const names = lines
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return [...new Set(names)].slice(0, MAX_SECOND_LEVEL);
}

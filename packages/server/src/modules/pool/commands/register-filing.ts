import { AppError, type registerFiling as contract } from '@zhiping/contract';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import { addRelation } from '../../account/index.ts';
import { withinThreeYears } from '../term.ts';

type Input = z.output<typeof contract.body>;
/** 人社部令第40号第九条: at least eleven for a senior committee by specialty. */
const MIN_SENIOR = 11;

/** Registers the approval of a committee: odd number, minimum size, at most three years (第八、九条). */
export async function registerFiling(ctx: Ctx, organiserId: string, input: Input) {
  const senior = input.levels.some((level) => level !== 'engineer');
  const odd = input.members % 2 === 1;
  if (!odd || (senior && input.members < MIN_SENIOR) || !withinThreeYears(input.filedOn, input.validUntil)) {
    throw new AppError('FILING_INVALID');
  }
  const chair = await ctx.tx
    .selectFrom('expert')
    .select('id')
    .where('organiser_id', '=', organiserId)
    .where('person_id', '=', input.chairPersonId)
    .where('state', '=', 'active')
    .executeTakeFirst();
  if (!chair) throw new AppError('CHAIR_NOT_IN_POOL');
  const id = ctx.newId();
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('committee_filing')
    .values({
      id,
      organiser_id: organiserId,
      name: input.name,
      number: input.number,
      filed_on: input.filedOn,
      valid_until: input.validUntil,
      members: input.members,
      levels: input.levels,
      specialties: input.specialties,
      chair_person_id: input.chairPersonId,
    })
    .onConflict((conflict) => conflict.columns(['organiser_id', 'number']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) throw new AppError('FILING_NUMBER_TAKEN');
  await addRelation(ctx, input.chairPersonId, { relation: 'chair', subjectId: organiserId });
  const { name, number, filedOn, validUntil, members, levels, specialties } = input;
  return ctx.record({
    organiserId,
    subject: { noun: 'filing', id },
    data: { name, number, filedOn, validUntil, members, levels, specialties },
    personal: { of: input.chairPersonId, values: { chair: input.chairPersonId } },
  });
}

import { AppError, type addExpert as contract } from '@zhiping/contract';
import type { z } from 'zod';
import type { Ctx } from '../../../context.ts';
import { addRelation, createPerson } from '../../account/index.ts';
import { assertTerm } from '../term.ts';

type Input = z.output<typeof contract.body>;

/** Puts a person on file as an expert, with an account; term at most three years (人社部令第40号第十条). */
export async function addExpert(ctx: Ctx, organiserId: string, input: Input) {
  assertTerm(input.appointedOn, input.termEnds);
  const personId = await ctx.asPlatform(async () => {
    const taken = await ctx.tx
      .selectFrom('account')
      .select('person_id')
      .where('username', '=', input.username)
      .executeTakeFirst();
    if (taken) throw new AppError('USERNAME_TAKEN');
    return createPerson(ctx, {
      name: input.name,
      idNumber: input.idNumber,
      phone: input.phone,
      account: { username: input.username, password: input.password },
    });
  });
  return fileExpert(ctx, organiserId, personId, input);
}

/** Files an existing person as an expert. The relation puts the pages of experts into the menu; only seats open anything. */
export async function fileExpert(
  ctx: Ctx,
  organiserId: string,
  personId: string,
  entry: Pick<Input, 'specialty' | 'level' | 'employer' | 'unitId' | 'appointedOn' | 'termEnds'>,
) {
  const id = ctx.newId();
  await ctx.tx
    .insertInto('expert')
    .values({
      id,
      organiser_id: organiserId,
      person_id: personId,
      specialty: entry.specialty,
      level: entry.level,
      employer: entry.employer,
      unit_id: entry.unitId,
      appointed_on: entry.appointedOn,
      term_ends: entry.termEnds,
      left_reason: null,
    })
    .execute();
  await addRelation(ctx, personId, { relation: 'expert', subjectId: organiserId });
  const { specialty, level, appointedOn, termEnds } = entry;
  return ctx.record({
    organiserId,
    action: 'pool.add',
    subject: { noun: 'expert', id },
    data: { personId, specialty, level, appointedOn, termEnds },
    personal: { of: personId, values: { employer: entry.employer } },
  });
}

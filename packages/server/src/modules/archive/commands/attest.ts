import { AppError } from '@zhiping/contract';
import type { AttestationId } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { assertNotOwn } from '../queries/people.ts';

export interface Statement {
  readonly id: AttestationId;
  readonly year?: number | undefined;
  readonly holds: boolean;
  readonly result?: string | undefined;
  readonly years?: number | undefined;
  readonly note: string;
}

/**
 * The unit states one thing about a person, signed by who states it (LN-SEC 四, product U6). An earlier statement of the
 * same is superseded, never changed. Throws `INVALID` where a yearly assessment lacks its year or result.
 */
export async function attest(ctx: Ctx, unitId: string, personId: string, statement: Statement): Promise<void> {
  assertNotOwn(ctx, personId);
  const yearly = statement.id === 'assessment';
  if (yearly && (statement.year === undefined || statement.result === undefined)) {
    throw new AppError('INVALID', { fields: [{ path: 'year', message: '请填写考核年度和结果' }] });
  }
  const year = yearly ? (statement.year ?? 0) : 0;
  // Two at once: the second waits here and supersedes the first.
  await ctx.tx
    .selectFrom('unit_member')
    .select('id')
    .where('person_id', '=', personId)
    .where('left_on', 'is', null)
    .forUpdate()
    .execute();
  await ctx.tx
    .updateTable('unit_attestation')
    .set({ superseded_at: ctx.businessNow })
    .where('person_id', '=', personId)
    .where('unit_id', '=', unitId)
    .where('attestation', '=', statement.id)
    .where('year', '=', year)
    .where('superseded_at', 'is', null)
    .execute();
  const id = ctx.newId();
  await ctx.tx
    .insertInto('unit_attestation')
    .values({
      id,
      unit_id: unitId,
      person_id: personId,
      attestation: statement.id,
      year,
      holds: statement.holds,
      result: yearly ? (statement.result ?? null) : null,
      years: statement.id === 'probation' ? (statement.years ?? null) : null,
      note: statement.note,
      signed_by: ctx.actor.personId ?? personId,
      signed_at: ctx.businessNow,
      superseded_at: null,
    })
    .execute();
  await ctx.record({
    organiserId: null,
    action: 'unit.attest',
    subject: { noun: 'unit-attestation', id },
    data: { unitId, attestation: statement.id, year, holds: statement.holds },
    personal: { of: personId, values: { result: statement.result ?? null, note: statement.note } },
  });
}

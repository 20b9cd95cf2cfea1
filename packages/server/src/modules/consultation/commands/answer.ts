import { AppError } from '@zhiping/contract';
import { chainLacks, dateAt, type Talent } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { chainOf, papersOf } from '../chain.ts';
import { loadConsultation } from '../target.ts';

/**
 * The office answers with its reasons. An entrusted case is accepted on the complete chain only, the written reply
 * included (LN-2024 八(一)); the kinds of talent agreed to are those the dossier will state.
 * @throws AppError `STALE`, `PAPERS_MISSING`
 */
export async function answer(
  ctx: Ctx,
  id: string,
  input: {
    readonly version: number;
    readonly agreed: boolean;
    readonly reason: string;
    readonly talents: readonly Talent[];
  },
): Promise<void> {
  const target = await loadConsultation(ctx, { id }, true);
  if (!target) throw new AppError('NOT_FOUND');
  const { row } = target;
  if (row.version !== input.version) throw new AppError('STALE');
  const now = ctx.businessNowOf(row.organiser_id);
  if (input.agreed && row.kind === 'entrusted') {
    const lacks = chainLacks(await chainOf(ctx, row), await papersOf(ctx, row.id), dateAt(now));
    if (lacks.length > 0) throw new AppError('PAPERS_MISSING', { details: { words: lacks.join('；') } });
  }
  await ctx.tx
    .updateTable('consultation')
    .set({
      state: input.agreed ? 'agreed' : 'declined',
      answered_at: now,
      answered_by: ctx.actor.personId,
      answer_reason: input.reason,
      agreed_talents: input.agreed ? [...input.talents] : [],
      version: row.version + 1,
    })
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .execute();
  await ctx.record({
    organiserId: row.organiser_id,
    subject: { noun: 'consultation', id: row.id },
    data: { kind: row.kind, agreed: input.agreed, talents: input.talents.join(' ') },
    personal: { of: row.person_id, values: { reason: input.reason } },
  });
}

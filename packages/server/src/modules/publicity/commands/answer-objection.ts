import { AppError } from '@zhiping/contract';
import { mayAnswer, type Receipt } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { removeRows } from '../../application/index.ts';
import type { Notice } from '../notice.ts';
import { sealedTexts } from '../sealed.ts';

export interface ObjectionAnswer {
  readonly version: number;
  readonly outcome: 'dismissed' | 'upheld';
  readonly finding: string;
  readonly answer: string;
  readonly removeRowIds: readonly string[];
}

/**
 * Registers what the check found and answers, once. Where an objection to a unit's publicity holds, disputed achievements
 * are taken out of the application before it is recommended, LN-2024 五(四).
 */
export async function answerObjection(ctx: Ctx, objectionId: string, input: ObjectionAnswer): Promise<Receipt> {
  return ctx.asPlatform(async () => {
    const row = await ctx.tx
      .selectFrom('objection')
      .innerJoin('publicity', 'publicity.id', 'objection.publicity_id')
      .select([
        'objection.state',
        'objection.version',
        'objection.wrapped_key',
        'objection.organiser_id',
        'objection.application_id',
        'publicity.notice',
      ])
      .where('objection.id', '=', objectionId)
      .forUpdate('objection')
      .executeTakeFirst();
    if (!row) throw new AppError('NOT_FOUND');
    if (row.version !== input.version || !mayAnswer(row.state)) throw new AppError('STALE');
    if (input.removeRowIds.length > 0) {
      const shown = shownRows(row.notice);
      if (input.outcome !== 'upheld' || !input.removeRowIds.every((id) => shown.has(id))) {
        throw new AppError('OBJECTION_ROWS');
      }
      await removeRows(ctx, row.application_id, input.removeRowIds);
    }
    await ctx.tx
      .updateTable('objection')
      .set({
        state: input.outcome,
        finding_sealed: sealedTexts(ctx, objectionId, row.wrapped_key).seal('finding', input.finding),
        answer: input.answer,
        answered_at: ctx.businessNow,
        answered_by: ctx.actor.personId,
        version: row.version + 1,
      })
      .where('id', '=', objectionId)
      .execute();
    return ctx.record({
      organiserId: row.organiser_id,
      subject: { noun: 'objection', id: objectionId },
      data: { outcome: input.outcome, applicationId: row.application_id, removed: [...input.removeRowIds] },
    });
  });
}

function shownRows(notice: Notice): ReadonlySet<string> {
  return new Set(notice.kind === 'unit' ? notice.achievements.map(({ rowId }) => rowId) : []);
}

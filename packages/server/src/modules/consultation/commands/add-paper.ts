import { AppError } from '@zhiping/contract';
import { relationsTo } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import type { StoredFile } from '../../../files/store.ts';
import { chainOf } from '../chain.ts';
import type { ConsultationTarget } from '../target.ts';

export interface NewPaper {
  readonly step: string;
  readonly number: string;
  readonly datedOn: string;
}

/**
 * Hands in one paper of the chain. Each comes from its side: the unit's consent and the letter from the applicant, the
 * written reply from the office that received it. A later one of the same step takes the place of the former.
 */
export async function addPaper(
  ctx: Ctx,
  target: ConsultationTarget,
  paper: NewPaper,
  file: StoredFile | null,
): Promise<void> {
  if (!file) throw new AppError('FILE_MISSING');
  const { row } = target;
  const step = (await chainOf(ctx, row)).find(({ id }) => id === paper.step);
  if (!step || !relationsTo(ctx.actor, target).has(step.by)) throw new AppError('PAPER_STEP');
  await ctx.tx
    .insertInto('consultation_paper')
    .values({
      id: ctx.newId(),
      consultation_id: row.id,
      step: step.id,
      number: paper.number,
      dated_on: paper.datedOn,
      file_id: file.id,
      file_name: file.name,
      handed_in_by: ctx.actor.personId ?? '',
      handed_in_at: ctx.businessNowOf(row.organiser_id),
    })
    .execute();
  await ctx.record({
    organiserId: row.organiser_id,
    subject: { noun: 'consultation', id: row.id },
    data: { step: step.id, number: paper.number, datedOn: paper.datedOn, file: file.sameness },
  });
}

import { AppError, type ConsentRequest } from '@zhiping/contract';
import { type Receipt, stageOf } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { loadApplication, processOf } from '../../application/index.ts';
import { requestViews } from '../queries/read-consents.ts';
import type { ConsentRow } from '../target.ts';

export type Answer =
  | { readonly granted: true; readonly document: { readonly number: string; readonly date: string } }
  | {
      readonly granted: false;
      readonly reason: string;
      readonly document?: { readonly number: string; readonly date: string } | undefined;
    };

/**
 * The department answers once, with number and date of its document, or with its reason.
 * @throws AppError `CONSENT_ANSWERED`, `CONSENT_ENDED`
 */
export async function answerConsent(
  ctx: Ctx,
  row: ConsentRow,
  answer: Answer,
): Promise<{ request: ConsentRequest; receipt: Receipt }> {
  // The case itself is out of the department's reach.
  const found = await ctx.asPlatform(() => loadApplication(ctx, { id: row.application_id }, true));
  if (!found) throw new AppError('NOT_FOUND');
  const process = await processOf(ctx, found.row);
  if (stageOf(process, found.row.stage).end !== undefined) throw new AppError('CONSENT_ENDED');
  const answered = await ctx.tx
    .updateTable('consent_request')
    .set({
      state: answer.granted ? 'granted' : 'refused',
      document_number: answer.document?.number ?? null,
      document_date: answer.document?.date ?? null,
      reason: answer.granted ? '' : answer.reason,
      answered_at: ctx.businessNowOf(row.organiser_id),
      answered_by: ctx.actor.personId,
    })
    .where('id', '=', row.id)
    .where('state', '=', 'waiting')
    .returningAll()
    .executeTakeFirst();
  if (!answered) throw new AppError('CONSENT_ANSWERED');
  const receipt = await ctx.record({
    organiserId: row.organiser_id,
    subject: { noun: 'application', id: row.application_id },
    data: {
      number: found.row.number,
      consent: row.consent,
      rowId: row.row_id,
      granted: answer.granted,
      documentNumber: answer.document?.number ?? null,
      documentDate: answer.document?.date ?? null,
    },
    ...(answer.granted ? {} : { personal: { of: row.person_id, values: { reason: answer.reason } } }),
  });
  const [request] = await requestViews(ctx, process.plan, [answered]);
  if (request === undefined) throw new AppError('NOT_FOUND');
  return { request, receipt };
}

import { AppError, type ConsentRequest } from '@zhiping/contract';
import { type Receipt, stageOf } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { type ApplicationRow, chosenRowIds, consentSpecs, processOf } from '../../application/index.ts';
import { requestViews } from '../queries/read-consents.ts';

export interface Asked {
  readonly consent: string;
  readonly authorityId: string;
  readonly rowId: string | null;
  readonly note: string;
}

/**
 * The applicant or the unit asks a competent department, for the case or for one achievement of it.
 * @throws AppError `CONSENT_NOT_ASKED_FOR`, `CONSENT_WRONG_DEPARTMENT`, `CONSENT_ASKED`, `CONSENT_ENDED`
 */
export async function askConsent(
  ctx: Ctx,
  row: ApplicationRow,
  { consent, authorityId, rowId, note }: Asked,
): Promise<{ request: ConsentRequest; receipt: Receipt }> {
  const process = await processOf(ctx, row);
  if (stageOf(process, row.stage).end !== undefined) throw new AppError('CONSENT_ENDED');
  const spec = consentSpecs(process.plan, row.state.subject).find(({ id }) => id === consent);
  if (!spec || (rowId !== null && !chosenRowIds(row).includes(rowId))) throw new AppError('CONSENT_NOT_ASKED_FOR');
  const authority = await ctx.tx
    .selectFrom('authority')
    .select('kind')
    .where('id', '=', authorityId)
    .executeTakeFirst();
  if (!authority || !spec.kinds.includes(authority.kind)) throw new AppError('CONSENT_WRONG_DEPARTMENT');
  const inserted = await ctx.tx
    .insertInto('consent_request')
    .values({
      id: ctx.newId(),
      organiser_id: row.organiser_id,
      application_id: row.id,
      person_id: row.person_id,
      unit_id: row.unit_id,
      authority_id: authorityId,
      consent,
      row_id: rowId,
      state: 'waiting',
      note,
      asked_at: ctx.businessNowOf(row.organiser_id),
      asked_by: ctx.actor.personId ?? row.person_id,
    })
    // The partial index `consent_request_once`.
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!inserted) throw new AppError('CONSENT_ASKED');
  const receipt = await ctx.record({
    organiserId: row.organiser_id,
    subject: { noun: 'application', id: row.id },
    data: { number: row.number, consent, authorityId, rowId },
  });
  const [request] = await requestViews(ctx, process.plan, [inserted]);
  if (request === undefined) throw new AppError('NOT_FOUND');
  return { request, receipt };
}

import { AppError } from '@zhiping/contract';
import { isPublic, type Receipt, sha256Hex } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { advance, loadApplication } from '../../application/index.ts';
import { newReceiptNumber } from '../receipt-number.ts';
import { newObjectionKey, sealedTexts } from '../sealed.ts';
import { publicityOf } from '../state.ts';
import type { PublicityRow } from '../target.ts';

export interface NewObjection {
  readonly place: number | null;
  readonly name: string;
  readonly contact: string;
  readonly content: string;
}
export interface FiledObjection {
  readonly receiptNumber: string;
  readonly receivedAt: string;
  readonly receipt: Receipt;
}

/**
 * Takes an objection of anybody, in time by the instant the request was complete. The record holds that there is one and
 * the hash of its sealed content, never who objected.
 */
export async function fileObjection(ctx: Ctx, publicity: PublicityRow, input: NewObjection): Promise<FiledObjection> {
  if (!isPublic(publicityOf(publicity), ctx.receivedAt)) throw new AppError('PUBLICITY_ENDED');
  return ctx.asPlatform(async () => {
    const applicationId = await applicationOf(ctx, publicity, input.place);
    const id = ctx.newId();
    const wrappedKey = newObjectionKey(ctx, id);
    const texts = sealedTexts(ctx, id, wrappedKey);
    const content = texts.seal('content', input.content);
    const receiptNumber = newReceiptNumber();
    await ctx.tx
      .insertInto('objection')
      .values({
        id,
        organiser_id: publicity.organiser_id,
        unit_id: publicity.unit_id,
        publicity_id: publicity.id,
        application_id: applicationId,
        receipt_number: receiptNumber,
        received_at: ctx.receivedAt,
        wrapped_key: wrappedKey,
        name_sealed: texts.seal('name', input.name),
        contact_sealed: texts.seal('contact', input.contact),
        content_sealed: content,
        finding_sealed: null,
        answer: null,
        answered_at: null,
        answered_by: null,
      })
      .execute();
    const receipt = await ctx.record({
      organiserId: publicity.organiser_id,
      subject: { noun: 'objection', id },
      data: { publicityId: publicity.id, applicationId, sealed: sha256Hex(content.toString('hex')) },
    });
    if (publicity.kind === 'result') await holdForObjection(ctx, applicationId, receiptNumber);
    return { receiptNumber, receivedAt: ctx.receivedAt, receipt };
  });
}

/**
 * An objection to a result holds back that person only, until it is answered and the office releases the result: else the
 * period would end by itself with the objection still open.
 */
async function holdForObjection(ctx: Ctx, applicationId: string, receiptNumber: string): Promise<void> {
  const target = await loadApplication(ctx, { id: applicationId });
  if (target === null || target.row.state.held !== null) return;
  await advance(ctx, applicationId, 'hold', { reason: `公示期内收到异议（${receiptNumber}）` }, { as: 'office' });
}

async function applicationOf(ctx: Ctx, publicity: PublicityRow, place: number | null): Promise<string> {
  if (publicity.application_id !== null) return publicity.application_id;
  if (place === null) throw new AppError('OBJECTION_PLACE');
  const person = await ctx.tx
    .selectFrom('publicity_person')
    .select('application_id')
    .where('publicity_id', '=', publicity.id)
    .where('place', '=', place)
    .executeTakeFirst();
  if (!person) throw new AppError('OBJECTION_PLACE');
  return person.application_id;
}

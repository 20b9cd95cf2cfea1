import { AppError } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import type { StoredFile } from '../../../files/store.ts';
import type { ApplicationRow } from '../../application/index.ts';
import { type About, assertAsked, EMPTY_LETTER } from './invite.ts';
import { checkedLetter, type Letter } from './letter.ts';

/** A letter on paper: the scan with what it says typed beside it; the office checks the one against the other. */
export async function addPaper(
  ctx: Ctx,
  row: ApplicationRow,
  { kind, rowId, ...letter }: About & Letter,
  file: StoredFile | null,
): Promise<void> {
  if (!file) throw new AppError('FILE_MISSING');
  await assertAsked(ctx, row, { kind, rowId });
  const columns = await checkedLetter(ctx, row, { kind, rowId: rowId ?? null }, letter, file);
  const id = ctx.newId();
  await ctx.tx
    .insertInto('endorsement')
    .values({
      ...EMPTY_LETTER,
      ...columns,
      id,
      application_id: row.id,
      kind,
      row_id: rowId ?? null,
      way: 'paper',
      invited_name: letter.name,
      invited_at: ctx.systemNow,
      token_hash: null,
      expires_at: null,
    })
    .execute();
  await ctx.record({
    organiserId: row.organiser_id,
    subject: { noun: 'endorsement', id },
    data: { applicationId: row.id, kind, way: 'paper', file: file.sameness },
  });
}

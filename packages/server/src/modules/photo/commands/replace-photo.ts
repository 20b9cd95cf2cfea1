import { AppError } from '@zhiping/contract';
import { dateAt } from '@zhiping/core';
import { buffer } from 'node:stream/consumers';
import type { Ctx } from '../../../context.ts';
import { openFile, type StoredFile } from '../../../files/index.ts';
import { measurePhoto } from '../measure.ts';

/**
 * Takes a stored picture as the person's photo; the one before is kept. Which plan would take it is held against the plan's
 * rule when it matters; here only what no plan takes is refused.
 * @throws AppError `PHOTO_DATE`, and what `measurePhoto` throws
 */
export async function replacePhotoOf(ctx: Ctx, personId: string, file: StoredFile, takenOn: string): Promise<void> {
  // In a demonstration the year on show may lie before the real one, and photos are real.
  if (takenOn > dateAt(ctx.businessNow) && takenOn > dateAt(ctx.systemNow)) throw new AppError('PHOTO_DATE');
  const kept = await keepPhoto(ctx, personId, file, { takenOn, uploadedAt: ctx.systemNow });
  await ctx.record({
    organiserId: null,
    subject: { noun: 'photo', id: kept.id },
    data: { mediaType: file.mediaType, bytes: file.bytes, width: kept.width, height: kept.height },
  });
}

/** Measures a stored picture and makes it the current one of its person. Throws what `measurePhoto` throws. */
export async function keepPhoto(
  ctx: Ctx,
  personId: string,
  file: StoredFile,
  { takenOn, uploadedAt }: { readonly takenOn: string; readonly uploadedAt: string },
): Promise<{ readonly id: string; readonly width: number; readonly height: number }> {
  const { content } = await openFile(ctx, file.id);
  const { width, height, edge } = await measurePhoto(file.mediaType, await buffer(content));
  // Of two uploads at once the second waits at the index of current photos, and is refused as a conflict.
  await ctx.tx
    .updateTable('archive_photo')
    .set({ replaced_at: uploadedAt })
    .where('person_id', '=', personId)
    .where('replaced_at', 'is', null)
    .execute();
  const id = ctx.newId();
  await ctx.tx
    .insertInto('archive_photo')
    .values({
      id,
      person_id: personId,
      blob_id: file.id,
      media_type: file.mediaType,
      bytes: file.bytes,
      width,
      height,
      edge: [...edge],
      taken_on: takenOn,
      uploaded_at: uploadedAt,
      replaced_at: null,
    })
    .execute();
  return { id, width, height };
}

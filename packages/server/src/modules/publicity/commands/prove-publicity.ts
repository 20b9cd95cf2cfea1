import { AppError } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import type { StoredFile } from '../../../files/store.ts';
import type { PublicityRow } from '../target.ts';

/** Keeps the proof of a publicity: the stamped notice or a photo of the board. A later one takes its place. */
export async function provePublicity(ctx: Ctx, row: PublicityRow, file: StoredFile | null): Promise<void> {
  if (file === null) throw new AppError('BAD_REQUEST');
  await ctx.tx
    .updateTable('publicity')
    .set((eb) => ({ proof_file_id: file.id, version: eb('version', '+', 1) }))
    .where('id', '=', row.id)
    .execute();
  await ctx.record({
    organiserId: row.organiser_id,
    subject: { noun: 'publicity', id: row.id },
    data: { file: file.sameness, mediaType: file.mediaType, bytes: file.bytes },
  });
}

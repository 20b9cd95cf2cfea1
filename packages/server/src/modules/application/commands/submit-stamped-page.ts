import { AppError } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import type { StoredFile } from '../../../files/store.ts';
import { advance, type Advanced } from '../advance.ts';

/** Hands in the scan of the stamped page, LN-2024 五(六); it is no submission (五(五)3). */
export async function submitStampedPage(
  ctx: Ctx,
  applicationId: string,
  version: number,
  file: StoredFile | null,
): Promise<Advanced> {
  if (!file) throw new AppError('FILE_MISSING');
  const advanced = await advance(
    ctx,
    applicationId,
    'submit-stamped-page',
    {},
    { version, data: { file: file.sameness } },
  );
  await ctx.tx
    .insertInto('application_stamped_page')
    .values({
      id: ctx.newId(),
      organiser_id: advanced.after.organiser_id,
      application_id: applicationId,
      file_id: file.id,
      name: file.name,
      media_type: file.mediaType,
      uploaded_at: ctx.receivedAt,
    })
    .execute();
  return advanced;
}

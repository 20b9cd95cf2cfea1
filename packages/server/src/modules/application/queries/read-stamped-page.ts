import { AppError } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import { openFile } from '../../../files/index.ts';
import type { FileAnswer } from '../../../http/route.ts';

/** The scan of one stamped page of an application. */
export async function readStampedPage(ctx: Ctx, applicationId: string, pageId: string): Promise<FileAnswer> {
  const page = await ctx.tx
    .selectFrom('application_stamped_page')
    .select(['file_id', 'name'])
    .where('application_id', '=', applicationId)
    .where('id', '=', pageId)
    .executeTakeFirst();
  if (!page) throw new AppError('NOT_FOUND');
  const { mediaType, content } = await openFile(ctx, page.file_id);
  return { fileName: page.name, mediaType, content, disposition: 'inline' };
}

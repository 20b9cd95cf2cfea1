import { AppError } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import { openFile } from '../../../files/index.ts';
import type { FileAnswer } from '../../../http/route.ts';
import { findSubmission } from '../submission.ts';

/** A file of the latest submission. A file that is not listed in it answers like one that does not exist. */
export async function openSubmittedFile(ctx: Ctx, applicationId: string, fileId: string): Promise<FileAnswer> {
  const submission = await findSubmission(ctx, applicationId);
  const { rows = [], photo } = submission?.snapshot ?? {};
  const pictures = photo === undefined ? [] : [{ fileId: photo.fileId, name: '证件照' }];
  const file = [...rows.flatMap(({ files }) => files), ...pictures].find((one) => one.fileId === fileId);
  if (!file) throw new AppError('NOT_FOUND');
  const opened = await openFile(ctx, file.fileId);
  return { fileName: file.name, ...opened, disposition: 'inline' };
}

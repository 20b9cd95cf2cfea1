import { z } from 'zod';
import { id } from './common.ts';
import { endpoint } from './endpoint.ts';

/** A file on its way up: how much of it has arrived. */
export const uploadState = z.object({
  id,
  bytes: z.int().positive(),
  received: z.int().nonnegative(),
  /** Largest piece taken at once. */
  chunkBytes: z.int().positive(),
});
export type UploadState = z.infer<typeof uploadState>;

export const startUpload = endpoint({
  method: 'POST',
  url: '/api/uploads',
  action: 'upload.start',
  summary: '开始分段上传一个文件；断线后从已收到处继续，一天内有效',
  body: z.object({ name: z.string().min(1).max(300), bytes: z.int().positive() }),
  answer: uploadState,
});

export const readUpload = endpoint({
  method: 'GET',
  url: '/api/uploads/:id',
  action: 'upload.continue',
  summary: '一个分段上传已收到多少',
  params: z.object({ id }),
  answer: uploadState,
});

export const sendChunk = endpoint({
  method: 'PUT',
  url: '/api/uploads/:id/chunks/:offset',
  action: 'upload.continue',
  summary: '送一段；从已收到处接着送，重送同一段无害',
  params: z.object({ id, offset: z.coerce.number().int().nonnegative() }),
  transport: 'chunk',
  answer: uploadState,
});

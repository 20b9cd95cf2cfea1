import { AppError, readUpload, sendChunk, startUpload, type UploadState } from '@zhiping/contract';
import { keep } from '../shared/device.ts';
import { call } from './call.ts';

/** Waits between tries while the line is down, in milliseconds; together about two minutes. */
const WAITS = [1000, 2000, 4000, 8000, 15_000, 30_000, 30_000, 30_000];
const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What another try may change: the line is down, or the server is busy. */
export function mayPass(error: unknown): boolean {
  return (
    error instanceof AppError && (error.code === 'OFFLINE' || error.code === 'BUSY' || error.code === 'UPLOAD_OFFSET')
  );
}

/** The same file chosen again after a reload goes on where it stopped. */
export const uploadKey = (file: Pick<File, 'name' | 'size' | 'lastModified'>): string =>
  `zp-upload-${file.name}-${file.size}-${file.lastModified}`;

/**
 * Sends a file piece by piece and answers its upload's id, which any upload operation takes in place of the file. A lost line is
 * waited for; each try begins where the server stands. `onProgress` hears the part that has arrived, 0 to 1.
 * Throws the refusal of the server, or `OFFLINE` once the line stayed away too long.
 */
export async function sendInPieces(
  file: File,
  onProgress: (part: number) => void,
  tries: { readonly waits: readonly number[]; readonly wait: (ms: number) => Promise<void> } = { waits: WAITS, wait },
): Promise<string> {
  const key = uploadKey(file);
  let state = await patiently(() => beginOrGoOn(file, key), tries);
  while (state.received < state.bytes) {
    onProgress(state.received / state.bytes);
    const { id, received, chunkBytes } = state;
    const piece = file.slice(received, received + chunkBytes);
    state = await patiently(
      () => call(sendChunk, { params: { id, offset: received } }, { file: piece }),
      tries,
      () => call(readUpload, { params: { id } }),
    );
  }
  onProgress(1);
  keep.erase(key);
  return state.id;
}

async function beginOrGoOn(file: File, key: string): Promise<UploadState> {
  const known = keep.read(key);
  if (known !== null) {
    try {
      const state = await call(readUpload, { params: { id: known } });
      if (state.bytes === file.size) return state;
    } catch (error) {
      // Taken, given up after a day, or somebody else's: then it begins anew.
      if (!(error instanceof AppError) || mayPass(error)) throw error;
    }
  }
  const state = await call(startUpload, { body: { name: file.name.slice(0, 300) || '文件', bytes: file.size } });
  keep.write(key, state.id);
  return state;
}

/** Tries until it passes or the waits are used up; after a failure `standing` may tell that it had passed after all. */
async function patiently<T>(
  work: () => Promise<T>,
  tries: { readonly waits: readonly number[]; readonly wait: (ms: number) => Promise<void> },
  standing: () => Promise<T> = work,
): Promise<T> {
  let next = work;
  for (const pause of tries.waits) {
    try {
      return await next();
    } catch (error) {
      if (!mayPass(error)) throw error;
      await tries.wait(pause);
      next = standing;
    }
  }
  return next();
}

/** Does many works, at most so many at once, in their order. */
export async function severalAtOnce<T>(
  items: readonly T[],
  most: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker));
}

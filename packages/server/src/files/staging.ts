import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Installation } from '../installation.ts';
import { secretBytes } from '../security/random.ts';
import { openFrames, sealFrames } from './frames.ts';

/** Pieces of files that are on their way up, each sealed as it comes; a folder for each upload. */
function folderOf(installation: Installation, id: string): string {
  return join(installation.settings.dataFolder, 'uploads', id);
}

/** Keeps one piece under the place where it begins; the same piece again takes its place. */
export async function keepChunk(
  installation: Installation,
  upload: { readonly id: string; readonly key: Buffer },
  offset: number,
  chunk: Buffer,
): Promise<void> {
  const folder = folderOf(installation, upload.id);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, nameOf(offset));
  const unfinished = `${path}.${secretBytes(4).toString('hex')}.part`;
  const file = createWriteStream(unfinished, { mode: 0o600, flush: true });
  await pipeline(Readable.from([chunk]), sealFrames(upload.key), file);
  await rename(unfinished, path);
}

/** All pieces in their order as one stream. */
export function readChunks(
  installation: Installation,
  upload: { readonly id: string; readonly key: Buffer },
): Readable {
  const folder = folderOf(installation, upload.id);
  const pieces = async function* (): AsyncGenerator<Buffer> {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.chunk')).sort();
    for (const name of names) {
      const opening = openFrames(upload.key);
      const source = createReadStream(join(folder, name));
      source.on('error', (error) => opening.destroy(error));
      for await (const piece of source.pipe(opening) as AsyncIterable<Buffer>) yield piece;
    }
  };
  return Readable.from(pieces());
}

export async function removeChunks(installation: Installation, id: string): Promise<void> {
  await rm(folderOf(installation, id), { recursive: true, force: true });
}

/** Names sort as the places do. */
const nameOf = (offset: number): string => `${String(offset).padStart(12, '0')}.chunk`;

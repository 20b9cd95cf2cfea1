import { createReadStream } from 'node:fs';
import { access, mkdir, open as openHandle, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';

/** Where sealed files lie. What is put here is encrypted already; a shelf knows ids and bytes, nothing else. */
export interface Shelf {
  /** Local path a file is written to before it is kept. */
  readonly unfinished: (id: string) => string;
  /** Keeps the finished file under its id; after this it survives a power cut. */
  readonly keep: (id: string) => Promise<void>;
  /** The bytes as they lie there. The stream fails where there is no such file. */
  readonly read: (id: string) => Readable;
  /** Removes a file; one that is not there is none to remove. */
  readonly remove: (id: string) => Promise<void>;
  readonly has: (id: string) => Promise<boolean>;
  /** Ids last written before `before` (milliseconds since the epoch); those never finished end with `.part`. */
  readonly storedBefore: (before: number) => AsyncGenerator<string>;
}

/** A folder of this machine: two letters of the id as folder, so that none grows too large. */
export function localShelf(dataFolder: string): Shelf {
  const root = join(dataFolder, 'files');
  const pathOf = (id: string): string => join(root, id.slice(0, 2), id);
  return {
    unfinished: (id) => `${pathOf(id)}.part`,
    keep: async (id) => {
      const path = pathOf(id);
      await rename(`${path}.part`, path);
      await syncFolder(dirname(path));
    },
    read: (id) => createReadStream(pathOf(id)),
    remove: (id) => rm(pathOf(id), { force: true }),
    has: (id) =>
      access(pathOf(id)).then(
        () => true,
        (error: NodeJS.ErrnoException) => {
          if (error.code === 'ENOENT') return false;
          throw error;
        },
      ),
    storedBefore: async function* (before) {
      await mkdir(root, { recursive: true, mode: 0o700 });
      for (const folder of await readdir(root)) {
        for (const id of await readdir(join(root, folder))) {
          if ((await stat(join(root, folder, id))).mtimeMs < before) yield id;
        }
      }
    },
  };
}

/** After this the name itself survives a power cut, not only the content. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await openHandle(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

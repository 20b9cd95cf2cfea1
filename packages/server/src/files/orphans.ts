import { asPlatform } from '../context.ts';
import type { Installation } from '../installation.ts';
import { systemMillis } from '../time/clocks.ts';
import { removeFile } from './store.ts';

const DAY_MS = 24 * 60 * 60_000;

/** Removes files no row knows: their transaction failed or the server was stopped before it. Returns how many. */
export async function removeOrphans(installation: Installation, olderThanMs = DAY_MS): Promise<number> {
  let removed = 0;
  for await (const id of installation.shelf.storedBefore(systemMillis() - olderThanMs)) {
    const known = await asPlatform(installation, 'system.files', ({ tx }) =>
      tx
        .selectFrom('blob')
        .select('id')
        .where('id', '=', id.replace(/\.part$/, ''))
        .executeTakeFirst(),
    );
    if (known && !id.endsWith('.part')) continue;
    await removeFile(installation, id);
    removed += 1;
  }
  return removed;
}

import { asPlatform } from '../context.ts';
import type { Installation } from '../installation.ts';
import type { BrokenCheck } from './run-checks.ts';

/** Files looked for together. */
const PORTION = 200;
const SHOWN = 20;

/**
 * Looks on the shelf for every file that was not destroyed: all that are missing are a fault, up to 20 are named. Reads only; it
 * asks the shelf once for each file, so with millions it takes a while.
 */
export async function checkFiles(installation: Installation): Promise<readonly BrokenCheck[]> {
  const missing: { readonly id: string }[] = [];
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const files = await asPlatform(installation, 'system.check', ({ tx }) =>
      tx
        .selectFrom('blob')
        .select('id')
        .where('id', '>', after)
        .where('destroyed_at', 'is', null)
        .orderBy('id')
        .limit(PORTION)
        .execute(),
    );
    const there = await Promise.all(files.map(({ id }) => installation.shelf.has(id)));
    missing.push(...files.filter((_, index) => there[index] !== true));
    const last = files.at(-1);
    if (last === undefined || files.length < PORTION) break;
    after = last.id;
  }
  if (missing.length === 0) return [];
  const says = `没有销毁的文件都在存放处（缺 ${missing.length} 份）`;
  return [{ name: 'files.on-the-shelf', says, rows: missing.slice(0, SHOWN) }];
}

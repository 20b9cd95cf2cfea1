import { join } from 'node:path';
import { asPlatform } from '../context.ts';
import type { Installation } from '../installation.ts';
import { type ImportedPack, importPack } from '../modules/policy/index.ts';
import { REPOSITORY } from '../start/settings.ts';
import { readPacks } from './read-packs.ts';

/** Folder of the packs that come with the program. */
export const POLICIES = join(REPOSITORY, 'policies');

/** Imports every pack of a folder whose content is not known yet, as drafts. Answers them all, new or not. */
export async function importPacks(installation: Installation, folder = POLICIES): Promise<readonly ImportedPack[]> {
  const packs = readPacks(folder);
  return asPlatform(installation, 'policy.import', async (ctx) => {
    const imported: ImportedPack[] = [];
    for (const pack of packs) imported.push(await importPack(ctx, pack));
    return imported;
  });
}

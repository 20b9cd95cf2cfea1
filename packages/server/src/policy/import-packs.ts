import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isCodeTable } from '@zhiping/core';
import { asPlatform, type Ctx } from '../context.ts';
import type { Installation } from '../installation.ts';
import { importCodes } from '../modules/codes/index.ts';
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
    await importTables(ctx, join(folder, 'codes'));
    return imported;
  });
}

/** Code tables that come with the program, `codes/<table>.csv`: only into tables that nobody has filled yet. */
async function importTables(ctx: Ctx, folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  for (const file of readdirSync(folder).toSorted()) {
    const table = file.replace(/\.csv$/, '');
    if (!file.endsWith('.csv') || !isCodeTable(table)) continue;
    const filled = await ctx.tx
      .selectFrom('code_entry')
      .select('id')
      .where('code_table', '=', table)
      .limit(1)
      .execute();
    if (filled.length > 0) continue;
    await importCodes(ctx, table, {
      fileName: file,
      content: readFileSync(join(folder, file), 'utf8'),
      source: '随平台提供，请按民政部公布的代码核对',
    });
  }
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asPlatform } from '../context.ts';
import type { Installation } from '../installation.ts';

export interface ExportedPack {
  readonly pack: string;
  readonly number: number;
  readonly hash: string;
  readonly file: string;
}

/** Writes every version to `folder`, one file `<pack>.<number>.json` each, with its hash, approvals and source text. */
export async function exportPacks(installation: Installation, folder: string): Promise<readonly ExportedPack[]> {
  const versions = await asPlatform(installation, 'policy.export', async ({ tx }) => ({
    rows: await tx.selectFrom('policy_version').selectAll().orderBy('pack').orderBy('number').execute(),
    approvals: await tx.selectFrom('policy_approval').selectAll().orderBy('approved_at').execute(),
  }));
  mkdirSync(folder, { recursive: true });
  return versions.rows.map(({ content, ...row }) => {
    const approvals = versions.approvals
      .filter(({ pack, number }) => pack === row.pack && number === row.number)
      .map(({ person_id, approved_at }) => ({ personId: person_id, approvedAt: approved_at }));
    const file = join(folder, `${row.pack}.${row.number}.json`);
    writeFileSync(file, `${JSON.stringify({ ...row, approvals, content: JSON.parse(content) as unknown }, null, 2)}\n`);
    return { pack: row.pack, number: row.number, hash: row.hash, file };
  });
}

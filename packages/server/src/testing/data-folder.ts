import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';

/** A data folder for one test file. */
export interface OwnDataFolder {
  readonly dataFolder: string;
  readonly remove: () => void;
}

/**
 * A data folder with the keys of the shared one, so that the template's sealed values open, and nothing else: for a
 * test that counts files. The shared folder belongs to all test files that run at the same time.
 */
export function ownDataFolder(): OwnDataFolder {
  const dataFolder = mkdtempSync(join(tmpdir(), 'zhiping-data-'));
  cpSync(join(inject('dataFolder'), 'keys'), join(dataFolder, 'keys'), { recursive: true });
  return { dataFolder, remove: () => rmSync(dataFolder, { recursive: true, force: true }) };
}

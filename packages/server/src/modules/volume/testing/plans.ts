import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const POLICY_FOLDER = join(import.meta.dirname, '../../../../../../policies');

/** Folders of all plans that come with the program, e.g. `zhejiang/zj-2022`. */
export const planFolders = (): string[] =>
  globSync('*/*/plan.yaml', { cwd: POLICY_FOLDER }).map((path) => dirname(path));

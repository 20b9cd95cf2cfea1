// `node scripts/readings-page.ts`: writes docs/解读一览.md, every reading of every standard and plan with its number and what
// switching it comes to. With --check nothing is written; a difference ends with 1.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readingsPage } from './readings-page/page.ts';

const root = join(import.meta.dirname, '..');
const path = join(root, 'docs/解读一览.md');
const wanted = readingsPage(join(root, 'policies'));
if (process.argv.includes('--check')) {
  const same = existsSync(path) && readFileSync(path, 'utf8') === wanted;
  if (!same) console.error('解读一览与政策包不一致，请运行 node scripts/readings-page.ts');
  process.exit(same ? 0 : 1);
}
writeFileSync(path, wanted);

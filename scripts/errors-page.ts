// `node scripts/errors-page.ts`: writes docs/错误一览.md, every error of the catalogue. With --check nothing is written; a difference
// ends with 1.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorsPage } from './errors-page/page.ts';

const path = join(import.meta.dirname, '../docs/错误一览.md');
const wanted = errorsPage();
if (process.argv.includes('--check')) {
  const same = existsSync(path) && readFileSync(path, 'utf8') === wanted;
  if (!same) console.error('错误一览与错误目录不一致，请运行 node scripts/errors-page.ts');
  process.exit(same ? 0 : 1);
}
writeFileSync(path, wanted);

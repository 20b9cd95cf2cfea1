// `node scripts/labels.ts PACK FILE`: writes the pack's labels.json from an official text. PACK is the folder of the pack.
// The text itself never enters the repository: only printed labels, lengths and hashes do.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { labelsOf } from '../packages/standard/src/source/labels.ts';
import { splitClauses } from '../packages/standard/src/source/split.ts';

const [pack, file] = process.argv.slice(2);
if (!pack || !file) {
  console.error('用法：node scripts/labels.ts 政策包文件夹 官方文本文件');
  process.exit(2);
}
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const number = /^ {2}number:\s*(\S+)/mu.exec(readFileSync(join(pack, 'standard.yaml'), 'utf8'))?.[1];
if (!number) {
  console.error(`${join(pack, 'standard.yaml')} 没有文号（document.number）`);
  process.exit(2);
}
const labels = labelsOf(number, splitClauses(readFileSync(file, 'utf8')), sha256);
writeFileSync(join(pack, 'labels.json'), `${JSON.stringify(labels, null, 2)}\n`);
console.log(`${labels.clauses.length} 条，已写入 ${join(pack, 'labels.json')}`);

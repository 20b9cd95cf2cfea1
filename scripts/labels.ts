// `node scripts/labels.ts PACK FILE`: writes the pack's labels.json from an official text. PACK is the folder of the pack.
// The text itself never enters the repository: only printed labels, lengths and hashes do.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LabelsFile, labelsOf } from '../packages/standard/src/source/labels.ts';
import { splitClauses } from '../packages/standard/src/source/split.ts';

const [pack, file] = process.argv.slice(2);
if (!pack || !file) {
  console.error('用法：node scripts/labels.ts 政策包文件夹 官方文本文件');
  process.exit(2);
}
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const main = ['standard.yaml', 'plan.yaml'].map((name) => join(pack, name)).find((path) => existsSync(path));
// The number of a standard's document; a plan's notice may have none and is called by its title.
const named = /^ {2}(?:number|title):\s*(\S+)/mu;
const yaml = main ? readFileSync(main, 'utf8') : '';
const number =
  /^ {2}number:\s*(\S+)/mu.exec(yaml)?.[1] ?? named.exec(yaml.slice(yaml.search(/^(source|document):/mu)))?.[1];
if (!number) {
  console.error(`${main ?? pack} 没有文号或标题（document、source）`);
  process.exit(2);
}
const target = join(pack, 'labels.json');
const before = existsSync(target) ? (JSON.parse(readFileSync(target, 'utf8')) as LabelsFile) : undefined;
const made = labelsOf(number, splitClauses(readFileSync(file, 'utf8')), sha256);
const { document, ...rest } = made;
const labels: LabelsFile = { document, ...(before?.packs ? { packs: before.packs } : {}), ...rest };
writeFileSync(target, `${JSON.stringify(labels, null, 2)}\n`);
console.log(`${labels.clauses.length} 条，已写入 ${join(pack, 'labels.json')}`);

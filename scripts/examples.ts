// `node scripts/examples.ts PACK`: writes examples/*.dossier.json and *.expected.json of a pack from examples/cases.yaml, where
// people, achievements and what each case changes are stated once. With --check nothing is written; differences end with 1.
import { readFileSync, readdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { buildExamples, expectedByLabel } from './examples/build.ts';

const [pack, flag] = process.argv.slice(2);
if (!pack) {
  console.error('用法：node scripts/examples.ts 政策包文件夹 [--check]');
  process.exit(2);
}
const folder = join(pack, 'examples');
const read = (path: string): unknown => parse(readFileSync(path, 'utf8'), { merge: true });
const standard = read(join(pack, 'standard.yaml'));
const files = new Map(buildExamples(standard, read(join(folder, 'cases.yaml'))));
// Examples written by hand: NAME.dossier.json with NAME.expected.yaml, which says by printed label what the text demands and why.
const byHand = readdirSync(folder).flatMap((name) => /^(.+)\.expected\.yaml$/.exec(name)?.[1] ?? []);
for (const name of byHand) {
  const { note } = JSON.parse(readFileSync(join(folder, `${name}.dossier.json`), 'utf8')) as { note?: string };
  const written = read(join(folder, `${name}.expected.yaml`));
  files.set(`${name}.expected.json`, expectedByLabel(standard, written, note ?? name));
}
const kept = new Set(byHand.map((name) => `${name}.dossier.json`));
const present = readdirSync(folder).filter((name) => name.endsWith('.json') && !kept.has(name));
const stale = present.filter((name) => !files.has(name));
const changed = [...files].filter(
  ([name, text]) => !present.includes(name) || readFileSync(join(folder, name), 'utf8') !== text,
);

if (flag === '--check') {
  for (const name of stale) console.error(`${name}：cases.yaml 中没有这个例子`);
  for (const [name] of changed) console.error(`${name}：与 cases.yaml 不一致，请重新生成`);
  process.exit(stale.length + changed.length > 0 ? 1 : 0);
}
for (const name of stale) unlinkSync(join(folder, name));
for (const [name, text] of changed) writeFileSync(join(folder, name), text);
console.log(`${files.size} 个文件，改写 ${changed.length} 个，删除 ${stale.length} 个`);

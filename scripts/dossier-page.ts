// `node scripts/dossier-page.ts`: writes the field tables of docs/申报数据格式.md from the schema of the dossier, and the table of
// conditions that a person decides from each pack; and policies/dossier.schema.json. With --check nothing is written; a difference ends with 1.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { checkVocabulary } from '../packages/standard/src/vocabulary/vocabulary.ts';
import { dossierJsonSchema } from './dossier-page/json-schema.ts';
import { judgementTable } from './dossier-page/judgements.ts';
import { fill } from './dossier-page/page.ts';
import { fieldTables } from './dossier-page/tables.ts';

const root = join(import.meta.dirname, '..');
const path = join(root, 'docs/申报数据格式.md');
const yaml = (name: string): unknown => parse(readFileSync(join(root, 'policies', name), 'utf8'));

const checked = checkVocabulary(yaml('vocabulary.yaml'));
if (!checked.ok) {
  console.error(checked.problems.join('\n'));
  process.exit(1);
}
const written = readFileSync(path, 'utf8');
const tables = fill(written, 'fields', fieldTables(checked.vocabulary));
const wanted = fill(tables, 'judgements', standards().map(judgementTable).join('\n\n'));
/** Every standard.yaml under policies/, parsed, in the order of their folders. */
function standards(): readonly unknown[] {
  const policies = join(root, 'policies');
  return readdirSync(policies, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(join(policies, name)).map((pack) => `${name}/${pack}/standard.yaml`))
    .filter((file) => existsSync(join(policies, file)))
    .toSorted()
    .map(yaml);
}

const schemaPath = join(root, 'policies/dossier.schema.json');
const schema = dossierJsonSchema();
if (process.argv.includes('--check')) {
  const same = wanted === written && readFileSync(schemaPath, 'utf8') === schema;
  if (!same) console.error('申报数据格式的说明与程序或政策包不一致，请运行 node scripts/dossier-page.ts');
  process.exit(same ? 0 : 1);
}
writeFileSync(path, wanted);
writeFileSync(schemaPath, schema);

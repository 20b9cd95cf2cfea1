import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { describe, expect, test } from 'vitest';
import { loadStandard, loadVocabulary } from '../../packages/standard/src/authoring/standard.ts';
import { dossierSchema } from '../../packages/standard/src/dossier/dossier.ts';
import { evaluate } from '../../packages/standard/src/evaluate/evaluate.ts';
import type { TitleLevel } from '../../packages/standard/src/vocabulary/values.ts';
import { fill } from './page.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const page = read('docs/申报数据格式.md');

test('字段表与格式一致', () => {
  const run = spawnSync(process.execPath, ['scripts/dossier-page.ts', '--check'], { cwd: ROOT, encoding: 'utf8' });
  expect(run.stderr).toBe('');
  expect(run.status).toBe(0);
});

test('页面说到词表里的每一个词', () => {
  const { scales } = parse(read('policies/vocabulary.yaml')) as { scales: Record<string, { words: { id: string }[] }> };
  const missing = Object.entries(scales).flatMap(([scale, { words }]) =>
    words
      .filter(({ id }) => !page.includes(`\`${id}\``) && !page.includes(`\`kind: ${id}\``))
      .map(({ id }) => `${scale} ${id}`),
  );
  expect(missing).toEqual([]);
});

test('JSON Schema 接受仓库的例子，不接受多出的字段和词表以外的词', () => {
  const schema = z.fromJSONSchema(
    JSON.parse(read('policies/dossier.schema.json')) as Parameters<typeof z.fromJSONSchema>[0],
  );
  const validate = (value: unknown): boolean => schema.safeParse(value).success;
  const done = JSON.parse(read('policies/liaoning/ln-sec-2024/examples/done-senior.dossier.json')) as object;
  expect(validate(done)).toBe(true);
  expect(validate({ ...done, more: 1 })).toBe(false);
  expect(validate({ applicant: { employment: 'worker' } })).toBe(false);
  expect(validate({})).toBe(true);
});

test('没有标记的页面不能填', () => {
  expect(() => fill('没有标记', 'fields', '表')).toThrow('fields');
  expect(fill('<!-- a -->旧<!-- /a -->', 'a', '新')).toBe('<!-- a -->\n\n新\n\n<!-- /a -->');
});

describe('页面上的例子', () => {
  const vocabulary = loadVocabulary('vocabulary.yaml', read('policies/vocabulary.yaml'));
  const pack = vocabulary.ok
    ? loadStandard({
        standard: { file: 'standard.yaml', text: read('policies/liaoning/ln-sec-2024/standard.yaml') },
        readings: { file: 'readings.yaml', text: read('policies/liaoning/ln-sec-2024/readings.yaml') },
        vocabulary: vocabulary.value,
      })
    : vocabulary;
  const examples = page
    .split(/^### (?=例)/mu)
    .slice(1)
    .map((text) => ({
      name: text.split('\n')[0] ?? '',
      dossier: /```json\n([\s\S]*?)```/u.exec(text)?.[1] ?? '',
      level: /--level ([a-z-]+)/u.exec(text)?.[1] as TitleLevel,
      asOf: /--as-of (\S+)/u.exec(text)?.[1] ?? '',
      verdicts: [...text.matchAll(/^\| `([a-z]+)` \S+ \| `([a-z-]+)`/gmu)].map(([, route, verdict]) => [
        route,
        verdict,
      ]),
    }));

  test('有三个', () => expect(examples).toHaveLength(3));

  test.each(examples)('$name', ({ dossier, level, asOf, verdicts }) => {
    if (!pack.ok) throw new Error(JSON.stringify(pack.problems));
    const answer = evaluate({ pack: pack.value.pack, dossier: dossierSchema.parse(JSON.parse(dossier)), level, asOf });
    if (!answer.ok) throw new Error(answer.refusal.message);
    expect(answer.evaluation.routes.map(({ route, verdict }) => [route, verdict])).toEqual(verdicts);
  });
});

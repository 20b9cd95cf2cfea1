import { expect, test } from 'vitest';
import { exampleNames, loadPack, readDossier, readPolicy } from '../packs/testing/pack-files.ts';
import { census } from './census.ts';
import { expectationSchema } from './examples.ts';
import { mutate } from './mutate.ts';

const FOLDER = 'liaoning/ln-sec-2024';
const { pack } = loadPack(FOLDER);
const level = pack.levels.find((one) => one.level === 'assistant');
if (!level) throw new Error('no assistant level');
const examples = exampleNames(FOLDER).flatMap((name) => {
  const expected = expectationSchema.parse(JSON.parse(readPolicy(FOLDER, 'examples', `${name}.expected.json`)));
  return expected.level === 'assistant' && expected.plan === undefined
    ? [{ dossier: readDossier(FOLDER, name), expected, plan: undefined }]
    : [];
});

test('the examples notice most changes; without examples none is noticed', () => {
  const report = mutate(pack, level, examples);
  expect(report.tried).toBeGreaterThan(20);
  expect(report.survivors.length).toBeLessThan(report.tried / 2);
  const none = mutate(pack, level, []);
  expect(none.survivors.length).toBe(none.tried);
});

test('a condition that cannot fail and one that cannot hold are found', () => {
  const impossible = { id: 'impossible', label: '', text: '不可能', readings: [], kind: 'any', of: [] } as const;
  const certain = { id: 'certain', label: '', text: '必然', readings: [], kind: 'all', of: [] } as const;
  const [route] = level.routes;
  if (!route) throw new Error('no route');
  const node = { ...certain, id: 'both', of: [impossible, certain, route.node] };
  const found = census(pack, { ...level, routes: [{ ...route, node }] }, '2024-07-15', 300, 1);
  expect(found.map(({ where }) => where)).toEqual(expect.arrayContaining(['impossible', 'certain']));
});

import { expect, test } from 'vitest';
import { parseDossier } from '../dossier/parse.ts';
import { VERDICTS, evaluate } from '../evaluate/evaluate.ts';
import { takeIn } from '../intake/intake.ts';
import { Population } from '../intake/population.ts';
import { loadPack } from '../packs/testing/pack-files.ts';
import { DossierSource } from './dossiers.ts';

const { pack } = loadPack('liaoning/ln-sec-2024');
const options = { packs: [pack], asOf: '2024-07-15' };

test('the same seed gives the same dossiers, another seed others', () => {
  const draw = (seed: number) => {
    const source = new DossierSource(options, seed);
    return Array.from({ length: 5 }, () => source.dossier());
  };
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

test('dossiers are valid, and reading them in gives the numbers they were drawn as', () => {
  const source = new DossierSource(options, 1);
  const drawn = new Population(source.layout, 1);
  const read = new Population(source.layout, 1);
  for (let index = 0; index < 300; index += 1) {
    source.draw(drawn);
    const parsed = parseDossier(drawn.dossier(index));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    takeIn(read, parsed.dossier);
  }
  expect(shown(read)).toEqual(shown(drawn));
});

/** The columns up to their length. */
function shown(population: Population): unknown {
  const columns = (rows: Population['header']) => rows.columns.map((cells) => Array.from(cells.slice(0, rows.length)));
  return [
    columns(population.header),
    ...Object.values(population.lists).map((list) => [
      columns(list.rows),
      Array.from(list.from.slice(0, population.size + 1)),
      list.nested.map((inner) => [columns(inner.rows), Array.from(inner.from.slice(0, list.rows.length + 1))]),
    ]),
  ];
}

test('all four verdicts occur, and full dossiers leave nothing open', () => {
  const seen = new Map<string, number>();
  const source = new DossierSource({ ...options, level: 'senior' }, 3);
  for (let index = 0; index < 400; index += 1) {
    const answer = evaluate({ pack, dossier: source.dossier(), level: 'senior', asOf: '2024-07-15' });
    if (answer.ok) seen.set(answer.evaluation.verdict, (seen.get(answer.evaluation.verdict) ?? 0) + 1);
  }
  for (const verdict of VERDICTS) expect([verdict, (seen.get(verdict) ?? 0) > 0]).toEqual([verdict, true]);
  const full = new DossierSource({ ...options, full: true }, 3);
  for (let index = 0; index < 100; index += 1) {
    const dossier = full.dossier();
    for (const field of ['titles', 'educations', 'workPeriods', 'achievements'] as const)
      expect(dossier[field]).toBeDefined();
  }
});

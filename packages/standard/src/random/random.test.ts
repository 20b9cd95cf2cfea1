import { expect, test } from 'vitest';
import { MET, stateOf } from '../compile/thermometer.ts';
import { compileLevel } from '../compile/vector.ts';
import { parseDossier } from '../dossier/parse.ts';
import { takeIn } from '../intake/intake.ts';
import { Population } from '../intake/population.ts';
import { STATES } from '../language/state.ts';
import type { State } from '../language/state.ts';
import { loadPack, standardFolders } from '../packs/testing/pack-files.ts';
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

test('full dossiers leave nothing open', () => {
  const full = new DossierSource({ ...options, full: true }, 3);
  for (let index = 0; index < 100; index += 1) {
    const dossier = full.dossier();
    for (const field of ['titles', 'educations', 'workPeriods', 'achievements'] as const)
      expect(dossier[field]).toBeDefined();
  }
});

test.each(standardFolders())('%s：每个层级的随机材料都有四种结论', (folder) => {
  const { pack: standard } = loadPack(folder);
  const people = 600;
  for (const level of standard.levels) {
    const source = new DossierSource({ packs: [standard], asOf: options.asOf, level: level.level, narrow: true }, 11);
    const compiled = compileLevel(standard, level, undefined, source.layout);
    const population = new Population(source.layout, people);
    for (let index = 0; index < people; index += 1) source.draw(population);
    const vectors = compiled.room(people);
    compiled.run(population, 0, people, options.asOf, vectors);
    const routes = compiled.program.routes.length;
    const seen = new Set<State>();
    for (let index = 0; index < people; index += 1) {
      const best = Math.max(...vectors.routes.subarray(index * routes, (index + 1) * routes).map((code) => code & MET));
      seen.add(stateOf(best));
    }
    expect([level.level, [...seen].toSorted()]).toEqual([level.level, STATES.toSorted()]);
  }
});

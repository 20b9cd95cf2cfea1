import { expect, test } from 'vitest';
import { compileLevel } from '../compile/vector.ts';
import { evaluate, VERDICTS } from '../evaluate/evaluate.ts';
import { layoutFor } from '../intake/layout.ts';
import { Population } from '../intake/population.ts';
import { needsOf, usesOf } from '../intake/uses.ts';
import { loadPack } from '../packs/testing/pack-files.ts';
import { DossierSource } from '../random/dossiers.ts';
import { BLOCK, prepareSimulation, simulatePart } from './generated.ts';
import { Simulation } from './simulation.ts';
import { simulationText } from './text.ts';

const FOLDER = 'liaoning/ln-sec-2024';
const ASOF = '2024-07-15';
const { pack } = loadPack(FOLDER);
/** The same standard that asks for one achievement less in the block of achievements. */
const easier = JSON.parse(
  JSON.stringify(pack, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && 'id' in value && value.id === 'senior-4'
      ? { ...value, n: 2 }
      : value,
  ),
) as typeof pack;

function simulate(older: typeof pack, newer: typeof pack, people: number) {
  const packs = [older, newer];
  const layout = layoutFor(needsOf(usesOf(packs, [], 'senior'), true));
  const source = new DossierSource({ packs, asOf: ASOF, level: 'senior', narrow: true }, 5, layout);
  const population = new Population(layout, people);
  for (let index = 0; index < people; index += 1) source.draw(population);
  const [before, after] = packs.map((one) => {
    const level = one.levels.find(({ level: name }) => name === 'senior');
    if (!level) throw new Error('no such level');
    return compileLevel(one, level, undefined, layout);
  });
  if (!before || !after) throw new Error('two standards');
  const simulation = new Simulation(before, after, ASOF);
  simulation.add(population);
  return { result: simulation.result, population };
}

test('a standard against itself changes nothing', () => {
  const { result } = simulate(pack, pack, 200);
  expect(result).toMatchObject({ people: 200, gain: 0, lose: 0, same: 200, clauses: [] });
});

test('an easier block lets people gain, and only by that block; turned round they lose', () => {
  const { result, population } = simulate(pack, easier, 600);
  expect(result.lose).toBe(0);
  expect(result.gain).toBeGreaterThan(0);
  expect(result.clauses.map(({ id }) => id)).toContain('senior-4');
  expect(result.clauses.every(({ lose }) => lose === 0)).toBe(true);
  const counted = new Map(VERDICTS.map((verdict) => [verdict, 0]));
  for (let index = 0; index < population.size; index += 1) {
    const answer = evaluate({ pack: easier, dossier: population.dossier(index), level: 'senior', asOf: ASOF });
    if (answer.ok) counted.set(answer.evaluation.verdict, (counted.get(answer.evaluation.verdict) ?? 0) + 1);
  }
  expect(result.newer.verdicts).toEqual(Object.fromEntries(counted));
  const { result: turned } = simulate(easier, pack, 600);
  expect([turned.gain, turned.lose]).toEqual([0, result.gain]);
  expect(simulationText(result)).toContain(`受益 ${result.gain}`);
});

test('people drawn in two parts are the same people as in one', () => {
  const asked = { older: pack, newer: easier, level: 'assistant', plan: null, asOf: ASOF, seed: 3 } as const;
  const together = (of: number) => {
    const { simulation } = prepareSimulation(asked);
    for (let part = 0; part < of; part += 1) {
      simulation.absorb(simulatePart({ ...asked, people: BLOCK + 500 }, part, of, () => undefined));
    }
    return simulation.result;
  };
  const whole = together(1);
  expect(whole.people).toBe(BLOCK + 500);
  expect(together(2)).toEqual(whole);
});

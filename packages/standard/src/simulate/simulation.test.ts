import { expect, test } from 'vitest';
import { MET } from '../compile/thermometer.ts';
import { compileLevel } from '../compile/vector.ts';
import { evaluate, VERDICTS } from '../evaluate/evaluate.ts';

import { Population } from '../intake/population.ts';
import type { StandardPack } from '../language/pack.ts';
import { loadPack } from '../packs/testing/pack-files.ts';
import { LN_2024_ENG } from '../packs/testing/plans.ts';
import { DossierSource } from '../random/dossiers.ts';
import { BLOCK, prepareSimulation, simulatePart } from './generated.ts';
import type { Compared } from './sides.ts';
import { simulationText } from './text.ts';

const ASOF = '2024-07-15';
const { pack } = loadPack('liaoning/ln-sec-2024');

/** The same standard, each of its parts (conditions, rules) as `change` returns it. */
const draft = (of: StandardPack, change: (part: Readonly<Record<string, unknown>>) => unknown): StandardPack =>
  JSON.parse(
    JSON.stringify(of, (_key, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value) ? change({ ...value }) : value,
    ),
  ) as StandardPack;

/** Asks for one achievement less in the block of achievements. */
const easier = draft(pack, (part) => (part['id'] === 'senior-4' ? { ...part, n: 2 } : part));
const asked = { older: pack, newer: pack, level: 'senior', plan: null, asOf: ASOF } as const;

function simulate(compared: Compared, people: number) {
  const { layout, simulation } = prepareSimulation(compared);
  const { older, newer, plan, ...rest } = compared;
  const source = new DossierSource(
    { packs: [older, newer], plans: plan ? [plan] : [], ...rest, narrow: true },
    5,
    layout,
  );
  const population = new Population(layout, people);
  for (let index = 0; index < people; index += 1) source.draw(population);
  simulation.add(population);
  return { result: simulation.result, population };
}

test('a standard against itself changes nothing', () => {
  const { result } = simulate(asked, 200);
  expect(result).toMatchObject({ people: 200, gain: 0, lose: 0, same: 200, clauses: [] });
});

test('an easier block lets people gain, and only by that block; turned round they lose', () => {
  const { result } = simulate({ ...asked, newer: easier }, 600);
  expect(result.lose).toBe(0);
  expect(result.gain).toBeGreaterThan(0);
  expect(result.clauses.map(({ id }) => id)).toContain('senior-4');
  expect(result.clauses.every(({ lose }) => lose === 0)).toBe(true);
  const { result: turned } = simulate({ ...asked, older: easier }, 600);
  expect([turned.gain, turned.lose]).toEqual([0, result.gain]);
  expect(simulationText(result)).toContain(`受益 ${result.gain}`);
});

test('people drawn in two parts are the same people as in one', () => {
  const compared = { ...asked, newer: easier, level: 'assistant', seed: 3 } as const;
  const together = (of: number) => {
    const { simulation } = prepareSimulation(compared);
    for (let part = 0; part < of; part += 1) {
      simulation.absorb(simulatePart({ ...compared, people: BLOCK + 500 }, part, of, () => undefined));
    }
    return simulation.result;
  };
  const whole = together(1);
  expect(whole.people).toBe(BLOCK + 500);
  expect(together(2)).toEqual(whole);
});

/** Stricter in the numbers asked for of every other condition, easier in those of the rest. */
const other = (of: StandardPack): StandardPack => {
  let conditions = 0;
  return draft(of, (part) => {
    if (part['kind'] !== 'count' && part['kind'] !== 'tenure' && part['kind'] !== 'sum') return part;
    conditions += 1;
    const by = conditions % 2 === 0 ? 1 : -1;
    const more = (key: string) => ({ ...part, [key]: Math.max(1, (part[key] as number) + by) });
    return more(part['kind'] === 'tenure' ? 'years' : 'min');
  });
};
const withoutRule = (of: StandardPack, rule: string): StandardPack => ({
  ...of,
  counting: of.counting.filter((one) => one.rule !== rule),
});
const tianjin = loadPack('tianjin/tj-eng-2019').pack;
const zhejiang = loadPack('zhejiang/zj-sec-2022').pack;

const DRAFTS: readonly (readonly [string, Compared])[] = [
  ['numbers in Liaoning', { ...asked, newer: other(pack) }],
  ['numbers in Liaoning with a plan', { ...asked, newer: other(pack), plan: LN_2024_ENG, asOf: LN_2024_ENG.asOf }],
  ['a counting rule in Liaoning', { ...asked, newer: withoutRule(other(pack), 'one-item-each') }],
  ['how years are counted', { ...asked, newer: { ...pack, tenure: 'YEAR_DIFF' } }],
  ['numbers in Tianjin', { ...asked, older: tianjin, newer: other(tianjin) }],
  ['numbers in Zhejiang', { ...asked, older: zhejiang, newer: other(zhejiang) }],
];

test.each(DRAFTS)(
  '%s: every count is that of two plain evaluations, as the closure form has them',
  (_name, compared) => {
    const { result, population } = simulate(compared, 800);
    const [older, newer] = [plain(compared.older, compared, population), plain(compared.newer, compared, population)];
    for (let index = 0; index < 60; index += 1) {
      const verdicts = [older, newer].map(({ verdicts: by }) => VERDICTS[by[index] ?? 0]);
      expect(verdicts).toEqual(
        [compared.older, compared.newer].map((one) => closure(one, compared, population, index)),
      );
    }
    expect(result.moves.length).toBeGreaterThan(4);
    const moves = VERDICTS.flatMap((from, was) =>
      VERDICTS.flatMap((to, is) => {
        const count = older.verdicts.filter((one, index) => one === was && newer.verdicts[index] === is).length;
        return count > 0 ? [{ from, to, count }] : [];
      }),
    );
    expect(result.moves).toEqual(moves);
    const effects = [...new Set([...older.clauses, ...newer.clauses])].flatMap((id) => {
      let [gain, lose] = [0, 0];
      for (let index = 0; index < population.size; index += 1) {
        const [from, to] = [older.verdicts[index] ?? 0, newer.verdicts[index] ?? 0];
        const [was, is] = [older.value(id, index), newer.value(id, index)];
        if (to < from && is > was) gain += 1;
        if (to > from && is < was) lose += 1;
      }
      return gain + lose > 0 ? [[id, [gain, lose]] as const] : [];
    });
    const counted = result.clauses.map(({ id, gain, lose }) => [id, [gain, lose]] as const);
    expect(Object.fromEntries(counted)).toEqual(Object.fromEntries(effects));
  },
);

function closure(standard: StandardPack, { level, asOf, plan }: Compared, population: Population, index: number) {
  const dossier = population.dossier(index);
  const answer = evaluate({ pack: standard, dossier, level, asOf, ...(plan ? { plan } : {}) });
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.evaluation.verdict;
}

/** Everybody's verdict by one standard, as its place among all, and the value of each of its conditions. */
function plain(standard: StandardPack, { level, plan, asOf }: Compared, population: Population) {
  const own = standard.levels.find((one) => one.level === level);
  if (!own) throw new Error('no such level');
  const compiled = compileLevel(standard, own, plan ?? undefined, population.layout);
  const { slots, routes } = compiled.program;
  const vectors = compiled.room(population.size);
  compiled.run(population, 0, population.size, asOf, vectors);
  const verdicts = Array.from({ length: population.size }, (_, index) => {
    const values = vectors.routes.subarray(index * routes.length, (index + 1) * routes.length);
    return [7, 3, 1, 0].indexOf(values.reduce((best, value) => Math.max(best, value & MET), 0));
  });
  const roots = new Set(routes.map(({ root }) => root));
  const places = new Map<string, number>();
  for (const slot of slots) {
    const { node, scope, index } = slot;
    if (scope !== null || roots.has(slot) || node.text === '' || node.kind === 'ref' || places.has(node.id)) continue;
    places.set(node.id, index);
  }
  const value = (id: string, index: number): number => {
    const place = places.get(id);
    return place === undefined ? MET : (vectors.codes[index * slots.length + place] ?? 0);
  };
  return { verdicts, clauses: places.keys(), value };
}

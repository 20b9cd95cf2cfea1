import { listOfficeWork, readOfficeBoard } from '@zhiping/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../../testing/server.ts';
import type { Fate } from './fates.ts';
import { fillYears } from './index.ts';
import { type ProvinceYear, YEARS } from './provinces.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
// Closing checks every truth of the data.
afterAll(() => server.close());

/** One application of every so many fates: the whole years take minutes. */
const thin = (name: string, every: number): ProvinceYear => {
  const year = YEARS.find((one) => one.name === name);
  if (year === undefined) throw new Error(name);
  const fates = (all: readonly Fate[]) =>
    all.filter((_, index) => index % every === 0).map((fate) => ({ ...fate, count: 1 }));
  return { ...year, plans: year.plans.map((plan) => ({ ...plan, fates: fates(plan.fates) })) };
};
const YEARS_OF_TEST = [thin('辽宁', 8)];

/** Where a fate says stop; nothing where the case ends or goes on to the last day. */
function stopsOf(year: ProvinceYear): string[] {
  return year.plans.flatMap(({ fates }) =>
    fates.flatMap(({ turns }) => {
      const stopped = Object.entries(turns).find(([, acts]) => acts.at(-1) === 'stop');
      return stopped === undefined ? [] : [stopped[0]];
    }),
  );
}

it('brings every case by the platform’s own steps to where its fate says, once', async () => {
  const platform = { installation: server.installation, settle: server.settle };
  const days: string[] = [];
  const filled = await fillYears(platform, (line) => days.push(line), YEARS_OF_TEST);
  expect(filled.map(({ outcome }) => outcome)).toEqual(['filled']);
  expect(days.length).toBeGreaterThan(10);
  const stages = await server.asPlatform(({ tx }) => tx.selectFrom('application').select('stage').execute());
  const left = stages.map(({ stage }) => stage);
  for (const stage of YEARS_OF_TEST.flatMap(stopsOf)) {
    expect(left).toContain(stage);
    left.splice(left.indexOf(stage), 1);
  }
  const office = await server.loginAs('office');
  const { now } = await office(readOfficeBoard, {});
  expect(now.slice(0, 10)).toBe('2024-07-22');
  expect((await office(listOfficeWork, { query: {} })).items.length).toBeGreaterThan(0);

  const again = await fillYears(platform, () => undefined, YEARS_OF_TEST);
  expect(again.map(({ outcome }) => outcome)).toEqual(['there']);
}, 300_000);

it('leaves alone a province whose business time has gone on', async () => {
  await server.moveClockTo('2022-06-20T01:00:00.000Z', 'tianjin');
  const platform = { installation: server.installation, settle: server.settle };
  expect(await fillYears(platform, () => undefined, [thin('天津', 10)])).toEqual([
    { province: '天津', outcome: 'moved-on', applications: 0 },
  ]);
});

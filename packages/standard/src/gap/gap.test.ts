import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDossier } from '../dossier/parse.ts';
import { dossierSchema } from '../dossier/dossier.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { EvaluationRequest } from '../evaluate/evaluate.ts';
import type { PlanForEvaluation } from '../language/pack.ts';
import { exampleNames, loadPack, POLICIES, readPolicy } from '../packs/testing/pack-files.ts';
import { loadPlan } from '../packs/testing/plans.ts';
import { DossierSource } from '../random/dossiers.ts';
import type { TitleLevel } from '../vocabulary/values.ts';
import { applyMoves } from './apply.ts';
import { compiledEvaluator } from './compiled.ts';
import { closureEvaluator, findGaps } from './find-gaps.ts';
import type { Gaps } from './find-gaps.ts';
import { gapsText } from './text.ts';
import { gapsView } from './view.ts';

const FOLDER = 'liaoning/ln-sec-2024';
const AS_OF = '2024-07-15';
const { pack } = loadPack(FOLDER);

/** Every standard that comes with the program. */
const packFolders = readdirSync(POLICIES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(join(POLICIES, name)).map((one) => `${name}/${one}`))
  .filter((folder) => existsSync(join(POLICIES, folder, 'standard.yaml')));

function example(name: string, more: Partial<EvaluationRequest> = {}): EvaluationRequest {
  return { ...exampleOf(FOLDER, name), pack, ...more };
}

function exampleOf(folder: string, name: string): Omit<EvaluationRequest, 'pack'> {
  const read = (kind: string): unknown => JSON.parse(readPolicy(folder, 'examples', `${name}.${kind}.json`));
  const { level, asOf } = read('expected') as { level: TitleLevel; asOf: string };
  return { dossier: dossierSchema.parse(read('dossier')), level, asOf };
}

function gapsOf(request: EvaluationRequest) {
  const answer = evaluate(request);
  if (!answer.ok) throw new Error(answer.refusal.message);
  const { routes } = answer.evaluation;
  const gaps = findGaps(request, routes);
  return { gaps, view: gapsView(gaps, routes, request.pack) };
}

/** Every way makes its route eligible, writes a valid dossier, and does not without any one of its moves. */
function expectMinimal(request: EvaluationRequest, { situation, routes, alternatives }: Gaps): number {
  const state = closureEvaluator(request);
  for (const { route, ways } of routes) {
    for (const { moves } of ways) {
      const after = applyMoves(situation, moves);
      expect(parseDossier(JSON.parse(JSON.stringify(after.dossier)))).toMatchObject({ ok: true });
      expect([route, state(route, after)]).toEqual([route, 'met']);
      for (const left of moves) {
        const fewer = moves.filter((move) => move !== left);
        expect([left.key, state(route, applyMoves(situation, fewer)) === 'met']).toEqual([left.key, false]);
      }
    }
    expect(ways.map(({ acts }) => acts)).toEqual(ways.map(({ acts }) => acts).toSorted((a, b) => a - b));
  }
  expect(alternatives.length).toBeLessThanOrEqual(3);
  return routes.reduce((sum, { ways }) => sum + ways.length, 0);
}

describe('every way is verified and minimal', () => {
  test('for examples of the pack', () => {
    const ways = exampleNames(FOLDER)
      .filter((_, index) => index % 12 === 0)
      .map((name) => example(name))
      .map((request) => expectMinimal(request, gapsOf(request).gaps));
    expect(ways.filter((count) => count > 0).length).toBeGreaterThan(12);
  });

  test.each(packFolders)('for random dossiers of every level of %s', (folder) => {
    const { pack: other } = loadPack(folder);
    let found = 0;
    for (const [seed, { level }] of other.levels.entries()) {
      const source = new DossierSource({ packs: [other], asOf: AS_OF, level, achievements: 6 }, seed + 1);
      for (let index = 0; index < 6; index += 1) {
        const request: EvaluationRequest = { pack: other, dossier: source.dossier(), level, asOf: AS_OF };
        found += expectMinimal(request, gapsOf(request).gaps);
      }
    }
    // Where chance brings nobody near, the pack's own examples do.
    for (const name of found > 5 ? [] : exampleNames(folder)) {
      const request: EvaluationRequest = { pack: other, ...exampleOf(folder, name) };
      found += expectMinimal(request, gapsOf(request).gaps);
    }
    expect(found).toBeGreaterThan(5);
  });

  test('for a dossier of which nothing is known', () => {
    const request: EvaluationRequest = { pack, dossier: {}, level: 'senior', asOf: AS_OF };
    expect(expectMinimal(request, gapsOf(request).gaps)).toBeGreaterThan(1);
  });
});

test('the compiled form finds the same as the closure form', () => {
  const source = new DossierSource({ packs: [pack], asOf: AS_OF, level: 'senior', achievements: 8 }, 23);
  for (let index = 0; index < 25; index += 1) {
    const request: EvaluationRequest = { pack, dossier: source.dossier(), level: 'senior', asOf: AS_OF };
    const answer = evaluate(request);
    if (!answer.ok) throw new Error(answer.refusal.message);
    const { routes } = answer.evaluation;
    expect(findGaps(request, routes, compiledEvaluator(request))).toEqual(findGaps(request, routes));
  }
});

describe('what is proposed', () => {
  test('one item short: one more achievement of a kind, on different routes first', () => {
    const { gaps, view } = gapsOf(example('two-items'));
    expect(gaps.alternatives.map(({ way }) => way.acts)).toEqual([1, 1, 1]);
    expect(new Set(gaps.alternatives.map(({ route }) => route))).toEqual(new Set(['normal', 'exception']));
    const texts = view.alternatives.map(({ moves }) => moves.find(({ by }) => by === 'applicant')?.text);
    expect(texts).toContainEqual(expect.stringContaining('级别省（部）级以上，等次三等奖以上'));
    expect(texts.every((text) => text?.includes('生效日期在 2018-11-20 之后'))).toBe(true);
  });

  test('a fact that is not stated is supplied before anything new is asked', () => {
    const { view } = gapsOf(example('third-item-missing'));
    const [first] = view.routes.find(({ route }) => route === 'normal')?.ways ?? [];
    expect(first?.moves[0]?.text).toBe('补填“视频监控国家标准”：已实施');
  });

  test('a patent that is only applied for is to be granted', () => {
    const { view } = gapsOf(example('ip-applied-only'));
    expect(gapsText(view).join('\n')).toContain('使“入侵探测方法”做到：已授权');
  });

  test('a single day is waited for', () => {
    const { view } = gapsOf(example('assistant-college-one-day-short'));
    expect(view.routes[0]?.earliest?.on).toBe('2024-07-16');
    expect(view.alternatives[0]?.moves[0]).toMatchObject({ kind: 'wait', until: '2024-07-16', by: 'time' });
  });

  test('with a plan that counts calendar years, until the plan of a later year', () => {
    const plan: PlanForEvaluation = {
      id: 'test',
      name: '年度计划',
      asOf: '2023-07-31',
      closesOn: '2023-07-31',
      closesLabel: '',
      tenure: { rule: 'YEAR_DIFF', year: 2023 },
      achievementCutOff: '2023-06-30',
      counting: [],
      conditions: [],
    };
    const before = { ...pack, document: { ...pack.document, inForceFrom: '2020-01-01' } };
    const dossier = {
      ...example('assistant-college-two-years').dossier,
      titles: [{ level: 'technician', relation: 'same', obtainedOn: '2022-11-30' }],
      workPeriods: [{ from: '2022-11-30', relation: 'same' }],
      assessments: [],
    } as const;
    const request: EvaluationRequest = { pack: before, dossier, level: 'assistant', asOf: plan.asOf, plan };
    const { gaps, view } = gapsOf(request);
    expectMinimal(request, gaps);
    expect(view.routes[0]?.earliest).toEqual({
      on: '2024-07-31',
      text: '等到 2024 年度申报（按本年度的规则推算），其间各年度考核须合格；须由人判断的条件，到时仍须判断',
    });
  });

  test('what cannot be mended is said as such', () => {
    const { view } = gapsOf(example('senior-nothing'));
    const [normal] = view.routes;
    expect([normal?.ways, normal?.earliest]).toEqual([[], null]);
    expect(normal?.blocked).toContainEqual(expect.objectContaining({ id: 'basic-1', reason: '遵纪守法为否，需是' }));
    expect(gapsText(view).join('\n')).toContain('正常申报：无法补救');
  });

  test('nothing is lacking where the route is eligible', () => {
    const { view } = gapsOf(example('senior-everything'));
    expect(view.routes.filter(({ verdict }) => verdict === 'eligible').every(({ ways }) => ways.length === 0)).toBe(
      true,
    );
  });
});

describe('几乎空白的浙江材料', () => {
  const plan = loadPlan('zhejiang/zj-2022');
  const zhejiang = loadPack('zhejiang/zj-sec-2022').pack;
  const titles = [{ level: 'engineer' as const, series: '工程', relation: 'same' as const, obtainedOn: '2016-12-01' }];

  test.each([
    ['什么都没有填', {}],
    ['写明没有学时和业绩', { learning: [], achievements: [], titles }],
    [
      '只有专业科目学时',
      {
        learning: [
          { year: 2022, type: 'specialty', hours: 300, studiedAt: 'association', registeredAt: 'association' },
        ],
        titles,
      },
    ],
  ] as const)('%s，各申报方式都有可行的方案', (_, dossier) => {
    const request: EvaluationRequest = {
      pack: zhejiang,
      dossier: { ...dossier } as never,
      level: 'senior',
      asOf: '2022-10-15',
      plan,
    };
    const { gaps } = gapsOf(request);
    expect(gaps.routes.map(({ route, ways }) => [route, ways.length > 0])).toEqual(
      ['normal', 'skilled', 'self-score', 'landmark'].map((route) => [route, true]),
    );
    expect(expectMinimal(request, gaps)).toBeGreaterThan(0);
    const asked = gaps.routes[0]?.ways[0]?.moves.flatMap((move) => ('list' in move ? [move.list] : [])) ?? [];
    expect(asked).toContain('learning');
  });
});

import { expect, test } from 'vitest';
import type { TitleLevel } from '../../vocabulary/values.ts';
import { loadPack } from '../../packs/testing/pack-files.ts';
import { boundariesOf } from './boundaries.ts';

function boundaries(folder: string, level: TitleLevel) {
  const { pack } = loadPack(folder);
  const own = pack.levels.find((one) => one.level === level);
  if (!own) throw new Error(`${folder} has no ${level}`);
  const found = boundariesOf(pack, own, pack.document.inForceFrom);
  const edges = (id: string) =>
    new Map(found.clauses.find((one) => one.id === id)?.edges.map(({ change, state }) => [change, state]));
  return { ...found, edges };
}

test('差一天、差一级、差一项、差一学时：刚好达到与刚好未达到', () => {
  const years = boundaries('national/national-eng-2019', 'senior').edges('senior-doctor-years');
  expect(years.get('titles[0] obtainedOn 为 2017-02-02')).toBe('unmet');
  expect(years.get('titles[0] obtainedOn 为 2017-01-31')).toBe('met');
  expect(years.get('titles[0] obtainedOn 不明')).toBe('missing');
  const { edges } = boundaries('zhejiang/zj-sec-2022', 'senior');
  expect(edges('self-score-recommenders').get('少一项 recommendations[1]')).toBe('unmet');
  expect(edges('self-score-recommenders').get('recommendations[1] titleLevel 为 senior')).toBe('unmet');
  const hours = edges('hours-total-specialty');
  expect(hours.get('learning[0] hours 为 179')).toBe('unmet');
  expect(hours.get('learning[0] hours 为 181')).toBe('met');
  const points = edges('mountain-15-points');
  expect([
    points.get('selfScore mountainHundredths 为 400'),
    points.get('selfScore mountainHundredths 为 401'),
    // Beyond what is due the score without them decides, which this dossier does not state.
  ]).toEqual(['met', 'missing']);
});

test.each<[string, TitleLevel]>([
  ['zhejiang/zj-sec-2022', 'senior'],
  ['national/national-eng-2019', 'senior'],
  ['liaoning/ln-sec-2024', 'assistant'],
])('%s %s：每个自有门槛的条件都有达到与未达到两边', (folder, level) => {
  const { clauses } = boundaries(folder, level);
  const own = clauses.filter(({ edges }) => edges.length > 0);
  expect(own.length).toBeGreaterThan(clauses.length / 3);
  for (const { id, edges } of own) {
    expect([id, edges[0]?.state]).toEqual([id, 'met']);
    expect([id, edges.some(({ state }) => state !== 'met')]).toEqual([id, true]);
  }
  for (const { id, seen } of clauses)
    expect([id, seen.includes('met'), seen.includes('open')]).toEqual([id, true, true]);
});

test('同一标准两次生成相同', () => {
  expect(JSON.stringify(boundaries('national/national-eng-2019', 'senior'))).toBe(
    JSON.stringify(boundaries('national/national-eng-2019', 'senior')),
  );
});

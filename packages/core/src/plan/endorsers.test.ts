import type { StandardPack } from '@zhiping/standard';
import { expect, test } from 'vitest';
import { endorserNeeds, needsServed } from './index.ts';

const base = (id: string) => ({ id, label: '五(四)', text: id, readings: [] });
const field = (name: string) => ({ path: [name], name });
const level = (value: string) =>
  ({ op: 'word', field: field('titleLevel'), scale: 'title-level', comparison: '>=', value }) as const;
const years = { op: 'number', field: field('titleYears'), comparison: '>=', value: 5 } as const;
const letters = { op: 'experts', field: field('appraisals'), where: level('senior'), min: 2 } as const;
const report = { ...base('report'), kind: 'count', list: 'achievements', where: letters, min: 1, qualities: [] };
const experts = {
  ...base('experts'),
  kind: 'count',
  list: 'recommendations',
  where: { op: 'and', of: [level('full-senior'), years] },
  min: 2,
  qualities: [],
};
const routes = [
  { route: 'normal', name: '正常', node: { ...base('normal'), kind: 'all', of: [report] } },
  {
    route: 'exception',
    name: '破格',
    node: { ...base('exception'), kind: 'all', of: [{ ...base('again'), kind: 'again', to: 'normal', n: 1 }, experts] },
  },
];
const pack = { shared: [], levels: [{ level: 'senior', name: '', label: '', routes }] } as unknown as StandardPack;

test('评议和推荐各在要求它的方式里，引用的条件也看', () => {
  expect(endorserNeeds(pack, 'senior', 'normal').map(({ kind, min }) => [kind, min])).toEqual([['appraisal', 2]]);
  const kinds = endorserNeeds(pack, 'senior', 'exception').map(({ kind }) => kind);
  expect(kinds).toEqual(['appraisal', 'recommendation']);
  expect(endorserNeeds(pack, 'engineer', 'normal')).toEqual([]);
});

test.each([
  ['full-senior', 5, 1],
  ['full-senior', 4, 0],
  ['senior', 9, 0],
] as const)('%s 任职 %i 年', (titleLevel, titleYears, count) => {
  const needs = endorserNeeds(pack, 'senior', 'exception');
  expect(needsServed(needs, 'recommendation', { titleLevel, titleYears })).toHaveLength(count);
});

test('不知道的不算符合', () => {
  const needs = endorserNeeds(pack, 'senior', 'exception');
  expect(needsServed(needs, 'recommendation', { titleLevel: 'full-senior' })).toEqual([]);
});

import { expect, test } from 'vitest';
import { loadPack } from '../../../standard/src/packs/testing/pack-files.ts';
import { endorserNeeds, needsServed } from './index.ts';

const security = loadPack('liaoning/ln-sec-2024').pack;
const zhejiang = loadPack('zhejiang/zj-sec-2022').pack;
const tianjin = loadPack('tianjin/tj-eng-2019').pack;
const expertOf = (titleLevel: 'senior' | 'full-senior', relation: 'same' | 'near' | 'other', titleYears?: number) => ({
  name: '某',
  titleLevel,
  relation,
  ...(titleYears === undefined ? {} : { titleYears }),
});

test('评议只在要求评议的条目里，推荐只在破格里（LN-SEC）', () => {
  const normal = endorserNeeds(security, 'senior', 'normal');
  expect(new Set(normal.map(({ kind }) => kind))).toEqual(new Set(['appraisal']));
  const exception = endorserNeeds(security, 'senior', 'exception');
  expect(exception.filter(({ kind }) => kind === 'recommendation')).toMatchObject([{ min: 2 }]);
  expect(endorserNeeds(security, 'technician', 'normal')).toEqual([]);
});

test.each([
  ['full-senior', 'near', 1],
  ['full-senior', 'other', 0],
  ['senior', 'same', 0],
] as const)('高级工程师破格的推荐人：%s %s', (level, relation, count) => {
  const needs = endorserNeeds(security, 'senior', 'exception');
  expect(needsServed(needs, 'recommendation', expertOf(level, relation))).toHaveLength(count);
});

test('自评分须正高级专家举荐；天津正高级破格须任正高级满五年，年数不明不算', () => {
  const self = endorserNeeds(zhejiang, 'senior', 'self-score');
  expect(needsServed(self, 'recommendation', expertOf('full-senior', 'near'))).toHaveLength(1);
  const full = endorserNeeds(tianjin, 'full-senior', 'exception');
  expect(needsServed(full, 'recommendation', expertOf('full-senior', 'same', 5))).toHaveLength(1);
  expect(needsServed(full, 'recommendation', expertOf('full-senior', 'same', 4))).toEqual([]);
  expect(needsServed(full, 'recommendation', expertOf('full-senior', 'same'))).toEqual([]);
});

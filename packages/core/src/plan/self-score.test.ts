import { expect, test } from 'vitest';
import { pointsOf, type SelfScoreLine } from './index.ts';

const mountain: SelfScoreLine = {
  id: 'mountain',
  name: '山区县工作年限',
  rule: 'tiers',
  unit: '年',
  tiers: [
    { from: 15, points: 400 },
    { from: 20, points: 600, each: 100, max: 1000 },
  ],
};

test.each([
  [14, 0],
  [15, 400],
  [19, 400],
  [20, 600],
  [21, 700],
  [23, 900],
  [24, 1000],
  [40, 1000],
])('山区县工作 %i 年计 %i（百分之一分）', (years, points) => expect(pointsOf(mountain, years)).toBe(points));

test('按件计分有上限，人工评分不自动给分，不接受不完整的数量', () => {
  const papers: SelfScoreLine = { id: 'papers', name: '论文', rule: 'each', unit: '篇', points: 300, max: 800 };
  expect([0, 1, 2, 3].map((count) => pointsOf(papers, count))).toEqual([0, 300, 600, 800]);
  expect(pointsOf({ id: 'skill', name: '能力', rule: 'by-hand', max: 500 }, 3)).toBe(0);
  expect(() => pointsOf(papers, 1.5)).toThrow(RangeError);
  expect(() => pointsOf(papers, -1)).toThrow(RangeError);
});

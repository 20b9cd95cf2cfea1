import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pointsOf, pointWords, type SelfScore, type SelfScoreEntry, type SelfScoreLine, selfScoreOf } from './index.ts';

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

const table: SelfScore = {
  label: '四(二)',
  title: '量化评价表',
  document: '某文',
  complete: false,
  line: 8000,
  recommenders: { count: 2, titleLevel: 'full-senior', relation: 'near' },
  evidence: { label: '七(二)', text: '没有证明材料的不评分' },
  overstated: { label: '附件1二12', text: '严重高估的退回' },
  blocks: [
    { id: 'work', name: '经历', sample: false, lines: [{ ...mountain, fact: 'mountain' }] },
    {
      id: 'results',
      name: '业绩',
      sample: true,
      max: 7500,
      lines: [
        { id: 'projects', name: '项目', rule: 'by-hand', max: 6000 },
        { id: 'papers', name: '论文', rule: 'each', unit: '篇', points: 300 },
      ],
    },
  ],
};
const entry = (line: string, value: Partial<SelfScoreEntry>): SelfScoreEntry => ({
  line,
  quantity: null,
  points: null,
  basis: '合同',
  evidence: '档案：项目 1',
  ...value,
});

test('合计各项，类别有上限，山区县加分另记', () => {
  const entries = [
    entry('mountain', { quantity: 21 }),
    entry('projects', { points: 6000 }),
    entry('papers', { quantity: 9 }),
  ];
  expect(selfScoreOf(table, entries)).toMatchObject({ total: 8200, mountain: 700, evidenced: true, reachesLine: true });
});

test('没有依据或佐证的不计分，并指出是哪一项；没有填的不算', () => {
  const entries = [entry('projects', { points: 6000, evidence: ' ' }), entry('papers', { quantity: 0, basis: '' })];
  const result = selfScoreOf(table, entries);
  expect(result).toMatchObject({ total: 0, evidenced: false, reachesLine: false });
  expect(result.lines.map(({ line, problems }) => [line, problems.length])).toEqual([['projects', 1]]);
});

test('超过单项上限的指出并不计分', () => {
  expect(selfScoreOf(table, [entry('projects', { points: 6100 })])).toMatchObject({ total: 0, evidenced: false });
});

const anyEntry = fc.record({
  line: fc.constantFrom('mountain', 'projects', 'papers', 'unknown'),
  quantity: fc.option(fc.nat(60)),
  points: fc.option(fc.nat(6000)),
  basis: fc.constantFrom('', '依据'),
  evidence: fc.constantFrom('', '位置'),
});

test('次序不影响合计；合计不超过各类上限之和；去掉佐证从不加分', () => {
  const unique = fc.uniqueArray(anyEntry, { selector: ({ line }) => line });
  fc.assert(
    fc.property(unique, (entries) => {
      const { total, mountain: extra } = selfScoreOf(table, entries);
      expect(selfScoreOf(table, entries.toReversed()).total).toBe(total);
      expect(total).toBeLessThanOrEqual(1000 + 7500);
      expect(extra).toBeLessThanOrEqual(total);
      const bare = entries.map((one) => ({ ...one, evidence: '' }));
      expect(selfScoreOf(table, bare).total).toBe(0);
    }),
  );
});

test.each([
  [8000, '80'],
  [450, '4.5'],
  [405, '4.05'],
  [0, '0'],
])('%i 写作 %s', (hundredths, words) => expect(pointWords(hundredths)).toBe(words));

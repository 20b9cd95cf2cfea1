import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scopeRefusals, type ScopeFacts } from './index.ts';

const plan = {
  jurisdiction: 'liaoning',
  scope: {
    label: '一',
    province: '辽宁省',
    employment: ['employed', 'freelance'] as ('employed' | 'freelance')[],
    freelanceMinYears: 1,
    excluded: [{ id: 'retired', name: '离退休人员' }],
  },
};
const good: ScopeFacts = {
  employment: 'employee',
  ownership: 'private-enterprise',
  region: 'liaoning',
  labourRelation: true,
  freelanceSince: undefined,
};
const refusals = (facts: Partial<ScopeFacts>, on = '2024-07-31') => scopeRefusals(plan, { ...good, ...facts }, on);

test('符合的和不知道的都不拒绝', () => {
  expect(refusals({})).toEqual([]);
  const unknown = { employment: undefined, ownership: undefined, region: undefined, labourRelation: undefined };
  expect(refusals(unknown)).toEqual([]);
});

test.each([
  [{ employment: 'retired' }, '离退休人员'],
  [{ employment: 'civil-servant' }, '公务员'],
  [{ labourRelation: false }, '人事劳动关系'],
  [{ region: 'elsewhere' }, '辽宁省'],
] as const)('%o', (facts, words) => {
  expect(refusals(facts)).toEqual([expect.stringContaining(words)]);
});

test('自由职业者满一年：当日即满，差一天不满，闰日在平年按二月末', () => {
  const since = (freelanceSince: string, on: string) => refusals({ employment: 'freelancer', freelanceSince }, on);
  expect(since('2023-07-31', '2024-07-31')).toEqual([]);
  expect(since('2023-08-01', '2024-07-31')).toHaveLength(1);
  expect(since('2024-02-29', '2025-02-28')).toEqual([]);
  expect(refusals({ employment: 'freelancer', freelanceSince: undefined })).toEqual([]);
});

test('单位性质只在计划限定时看', () => {
  const limited = { ...plan, scope: { ...plan.scope, ownership: ['state-enterprise', 'public-institution'] } };
  expect(scopeRefusals(limited, good, '2024-07-31')).toEqual([expect.stringContaining('国有企业、事业单位')]);
});

test('自由职业越早开始，越不会被拒绝', () => {
  const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2026-12-31'), noInvalidDate: true });
  const text = (date: Date) => date.toISOString().slice(0, 10);
  fc.assert(
    fc.property(day, day, (a, b) => {
      const [early, late] = [text(a), text(b)].toSorted();
      const count = (freelanceSince: string | undefined) =>
        refusals({ employment: 'freelancer', freelanceSince }, '2024-07-31').length;
      expect(count(early)).toBeLessThanOrEqual(count(late));
    }),
  );
});

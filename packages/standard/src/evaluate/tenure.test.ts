import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addYears, dayNumber, dayOfNumber } from './dates.ts';
import { countTenure, tenureState } from './tenure.ts';

const at = (date: string) => ({ rule: 'ANNIVERSARY_AT', date }) as const;
const inYear = (year: number) => ({ rule: 'YEAR_DIFF', year }) as const;
const working = (from: string, to?: string) => ({ from, to, state: 'met' }) as const;

describe('按周年', () => {
  test.each([
    ['2019-07-15', '2024-07-15', 5, true],
    ['2019-07-16', '2024-07-15', 5, false],
    ['2020-02-29', '2024-02-29', 4, true],
    ['2020-02-29', '2021-02-28', 1, true],
    ['2024-07-15', '2024-07-15', 0, true],
    ['2024-07-16', '2024-07-15', 1, false],
  ])('%s 起至 %s 满 %i 年：%s', (start, end, years, reached) => {
    expect(countTenure(start, [{ from: '2000-01-01', to: end }], at(end), years).reached).toBe(reached);
  });

  test('满几年的那一天恰是届满之日，前一天不满', () => {
    const day = fc.integer({ min: dayNumber('1990-01-01'), max: dayNumber('2040-12-31') }).map(dayOfNumber);
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 20 }), (start, years) => {
        const due = addYears(start, years);
        const before = dayOfNumber(dayNumber(due) - 1);
        const work = [{ from: '1980-01-01', to: '2100-12-31' }];
        expect(countTenure(start, work, at(due), years).reached).toBe(true);
        expect(countTenure(start, work, at(before), years).reached).toBe(false);
        expect(countTenure(start, work, at(before), years).reachedOn).toBe(due);
      }),
    );
  });

  test('评估以前已结束的工作，恰满几年的也算满', () => {
    const years = (from: string, to: string) => countTenure(from, [{ from, to }], at('2024-07-15'), 5).years;
    expect(years('2012-01-01', '2016-12-31')).toBe(5);
    expect(years('2012-01-01', '2016-12-30')).toBe(4);
    expect(years('2019-07-01', '2024-06-30')).toBe(5);
    expect(years('2019-07-15', '2024-07-14')).toBe(5);
  });

  test('中断的日子往后推，重叠的工作不重复计', () => {
    const end = '2024-07-15';
    const broken = [
      { from: '2019-07-15', to: '2020-07-14' },
      { from: '2021-07-15', to: end },
    ];
    expect(countTenure('2019-07-15', broken, at(end), 5).reached).toBe(false);
    expect(countTenure('2019-07-15', broken, at(end), 4).reached).toBe(true);
    const twice = [
      { from: '2019-07-15', to: end },
      { from: '2019-07-15', to: end },
    ];
    expect(countTenure('2019-07-15', twice, at(end), 6).reached).toBe(false);
  });
});

describe('按年份差', () => {
  test.each([
    ['2018-01-01', 2023, 5, true],
    ['2018-12-31', 2023, 5, true],
    ['2019-01-01', 2023, 5, false],
  ])('%s 取得，%i 年申报，满 %i 年：%s（通知四(二)）', (start, year, years, reached) => {
    expect(countTenure(start, [{ from: '2000-01-01', to: `${year}-12-31` }], inYear(year), years).reached).toBe(
      reached,
    );
  });
});

describe('不明的日期', () => {
  test('只知年份：够早即满足，够晚即不满足，两可即不明', () => {
    const state = (start: string) => tenureState(start, [working('2000')], at('2024-07-15'), 5).state;
    expect([state('2018'), state('2019'), state('2020')]).toEqual(['met', 'missing', 'unmet']);
    expect([state('2019-06'), state('2019-07'), state('2019-08')]).toEqual(['met', 'missing', 'unmet']);
  });

  test('工作起始不明、专业关系不明', () => {
    const of = (periods: Parameters<typeof tenureState>[1]) =>
      tenureState('2015-01-01', periods, at('2024-07-15'), 5).state;
    expect(of([{ from: undefined, to: undefined, state: 'met' }])).toBe('missing');
    expect(of([{ from: '2015-01-01', to: undefined, state: 'missing' }])).toBe('missing');
    expect(of([{ from: '2022-01-01', to: undefined, state: 'missing' }])).toBe('unmet');
    expect(of([{ from: '2015-01-01', to: undefined, state: 'unmet' }])).toBe('unmet');
    expect(of([])).toBe('unmet');
  });
});

describe('任职的各段', () => {
  const rule = at('2024-07-15');
  const within = (from: string, to?: string) => ({ ...working('2008-08-01', '2024-07-15'), within: working(from, to) });

  test('相加，中断的不计，重叠的不重复计', () => {
    const years = (...appointments: readonly [string, string?][]) =>
      tenureState(
        null,
        appointments.map(([from, to]) => within(from, to)),
        rule,
        5,
      ).least.years;
    expect(years(['2012-01-01', '2014-07-14'], ['2022-01-15'])).toBe(5);
    expect(years(['2012-01-01', '2014-06-30'], ['2022-01-15'])).toBe(4);
    expect(years(['2019-07-15'], ['2020-01-01', '2022-01-01'])).toBe(5);
  });

  test('工作到任职截止以后的，只计到截止', () => {
    expect(tenureState(null, [within('2012-01-01', '2015-12-31')], rule, 5).state).toBe('unmet');
  });

  test('截止日期只知到月而日子影响结论的，按不明', () => {
    expect(tenureState(null, [within('2012-01-01', '2016-12')], rule, 5).state).toBe('missing');
    expect(tenureState(null, [within('2012-01-01', '2017-01')], rule, 5).state).toBe('met');
  });
});

describe('几段工作', () => {
  const years = (work: readonly { from: string; to: string }[], end: string) => countTenure(null, work, at(end), 4);

  test('各段恰满几年的，相加也恰满，跨不跨闰日一样', () => {
    const held = (end: string) => [
      { from: '2017-06-01', to: '2019-05-31' },
      { from: '2021-11-01', to: end },
    ];
    expect(years(held('2023-11-01'), '2023-11-01')).toMatchObject({ years: 4, reached: true });
    expect(years(held('2023-10-31'), '2023-10-31')).toEqual({ years: 3, reached: false, reachedOn: '2023-11-01' });
  });

  test('满几年的那一天前一天不满，工作继续则恰在那一天满', () => {
    const day = fc.integer({ min: dayNumber('2005-01-01'), max: dayNumber('2024-07-14') });
    const stretch = fc.tuple(day, fc.integer({ min: 0, max: 1500 }));
    fc.assert(
      fc.property(
        fc.array(stretch, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 12 }),
        (drawn, needed) => {
          const end = dayNumber('2024-07-15');
          const work = drawn.map(([from, days]) => ({
            from: dayOfNumber(from),
            to: dayOfNumber(Math.min(from + days, end)),
          }));
          const now = countTenure(null, work, at('2024-07-15'), needed);
          if (now.reached) return;
          const on = (date: string) =>
            countTenure(null, [...work, { from: '2024-07-15', to: '2100-12-31' }], at(date), needed).reached;
          const due = now.reachedOn ?? '';
          expect([on(due), on(dayOfNumber(dayNumber(due) - 1))]).toEqual([true, false]);
        },
      ),
    );
  });

  test('按年份差：中断的日子加起来满一年的扣一年，不满的不扣', () => {
    const gaps = (count: number, months: number) => {
      const work = Array.from({ length: count + 1 }, (_, index) => ({
        from: index === 0 ? '2019-12-01' : `${2019 + index}-${String(1 + months).padStart(2, '0')}-01`,
        to: index === count ? '2024-12-31' : `${2019 + index}-12-31`,
      }));
      return countTenure('2019-12-01', work, inYear(2024), 5).years;
    };
    const late = [{ from: '2020-01-01', to: '2024-12-31' }];
    expect(countTenure('2018-12-01', late, inYear(2024), 5).years).toBe(4);
    expect([gaps(0, 0), gaps(1, 11), gaps(2, 11), gaps(4, 11), gaps(4, 2)]).toEqual([5, 5, 4, 2, 5]);
  });

  test('多一段工作不会少一年，两种算法都是', () => {
    const day = fc.integer({ min: dayNumber('2005-01-01'), max: dayNumber('2024-07-14') });
    const stretch = fc
      .tuple(day, fc.integer({ min: 0, max: 1500 }))
      .map(([from, days]) => ({ from: dayOfNumber(from), to: dayOfNumber(from + days) }));
    const rule = fc.constantFrom(at('2024-07-15'), inYear(2024));
    fc.assert(
      fc.property(rule, day.map(dayOfNumber), fc.array(stretch, { maxLength: 5 }), stretch, (by, start, work, more) => {
        const [before, after] = [work, [...work, more]].map((all) => countTenure(start, all, by, 3).years);
        expect(after).toBeGreaterThanOrEqual(before ?? 0);
      }),
      { numRuns: 500 },
    );
  });
});

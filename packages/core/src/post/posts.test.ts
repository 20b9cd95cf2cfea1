import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelOfGrade, periodProblem, postsByLevel, wayInto } from './index.ts';

const grade = fc.integer({ min: 1, max: 13 });
const counts = fc
  .array(fc.tuple(grade, fc.nat(50)), { maxLength: 13 })
  .map((entries) => new Map<number, number>(entries));

describe('posts', () => {
  it('maps grades to levels as TJ 二(一)5 says', () => {
    expect([1, 4, 5, 7, 8, 10, 11, 12, 13].map(levelOfGrade)).toEqual([
      'full-senior',
      'full-senior',
      'senior',
      'senior',
      'engineer',
      'engineer',
      'assistant',
      'assistant',
      'technician',
    ]);
    expect(() => levelOfGrade(14)).toThrow('没有 14 级岗位');
    expect(() => levelOfGrade(0)).toThrow();
  });

  it('loses no post and never has less than no vacancy', () => {
    fc.assert(
      fc.property(counts, counts, fc.nat(5), (quotas, held, asked) => {
        const levels = postsByLevel(quotas, held, new Map([['senior', asked]]));
        const sum = (map: ReadonlyMap<number, number>) => Array.from(map.values()).reduce((a, b) => a + b, 0);
        expect(levels.reduce((total, { quota }) => total + quota, 0)).toBe(sum(quotas));
        expect(levels.reduce((total, one) => total + one.held, 0)).toBe(sum(held));
        for (const one of levels) {
          expect(one.vacancies).toBe(Math.max(0, one.quota - one.held - one.asked));
        }
      }),
    );
  });

  it('refuses periods that overlap, in whichever order they come', () => {
    expect(periodProblem({ from: '2020-01-01', to: null }, [{ from: '2018-01-01', to: '2019-12-31' }])).toBe(null);
    expect(periodProblem({ from: '2019-12-31', to: null }, [{ from: '2018-01-01', to: '2019-12-31' }])).toBe(
      '与已有的聘任期间重叠',
    );
    expect(periodProblem({ from: '2017-01-01', to: '2018-01-01' }, [{ from: '2018-01-01', to: null }])).not.toBe(null);
    expect(periodProblem({ from: '2020-01-02', to: '2020-01-01' }, [])).toBe('结束日期早于开始日期');
  });

  it('knows promotion from demotion: the lower number is the higher post', () => {
    expect([wayInto(5, 7), wayInto(8, 7), wayInto(7, 7), wayInto(7, null)]).toEqual([
      'promoted',
      'demoted',
      'appointed',
      'appointed',
    ]);
  });
});

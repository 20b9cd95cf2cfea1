import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateFrom, partsOf } from './date-parts.ts';

test('a date may be known to the year, the month or the day', () => {
  expect(dateFrom({ year: '2018', month: '', day: '' })).toEqual({ value: '2018' });
  expect(dateFrom({ year: '2018', month: '5', day: '' })).toEqual({ value: '2018-05' });
  expect(dateFrom({ year: '2018', month: '05', day: '3' })).toEqual({ problem: '月份应为 1 至 12' });
  expect(dateFrom({ year: '2018', month: '5', day: '3' })).toEqual({ value: '2018-05-03' });
});

test('what is no date says why', () => {
  expect(dateFrom({ year: '18', month: '', day: '' }).problem).toContain('四位年份');
  expect(dateFrom({ year: '2023', month: '2', day: '29' }).problem).toBe('日期应为 1 至 28');
  expect(dateFrom({ year: '2023', month: '', day: '3' }).problem).toBe('请填写月份');
  expect(dateFrom({ year: '', month: '', day: '' })).toEqual({});
});

test('taking a date apart and putting it together gives the same date', () => {
  const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, fc.constantFrom(4, 7, 10), (at, length) => {
      const text = at.toISOString().slice(0, length);
      expect(dateFrom(partsOf(text))).toEqual({ value: text });
    }),
  );
});

import { expect, it } from 'vitest';
import { formatMonths } from './dates.ts';

it('says a period by months, an open one and a single month', () => {
  expect(formatMonths('2019-03', '2020-11')).toBe('2019年3月至2020年11月');
  expect(formatMonths('2023-01', null)).toBe('2023年1月至今');
  expect(formatMonths('2022-05', '2022-05')).toBe('2022年5月');
});

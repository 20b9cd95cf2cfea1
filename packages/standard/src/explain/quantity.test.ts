import { expect, test } from 'vitest';
import { atMost, HUNDREDTHS, PLACE, quantity } from './quantity.ts';

test.each([
  [2_000_000, '元', '200 万元'],
  [1_999_999, '元', '1999999 元'],
  [0, '元', '0 元'],
  [5, '次', '5 次'],
  [7, '', '7'],
  [7999, HUNDREDTHS, '79.99 分'],
  [8000, HUNDREDTHS, '80 分'],
  [8050, HUNDREDTHS, '80.5 分'],
  [0, HUNDREDTHS, '0 分'],
  [3, PLACE, '第 3 名'],
])('%d %s 写作 %s', (value, unit, shown) => expect(quantity(value, unit)).toBe(shown));

test.each([
  [5, PLACE, '前 5 名'],
  [1, PLACE, '第 1 名'],
  [600, HUNDREDTHS, '6 分以下'],
  [3, '', '3以下'],
])('至多 %d %s 写作 %s', (value, unit, shown) => expect(atMost(value, unit)).toBe(shown));

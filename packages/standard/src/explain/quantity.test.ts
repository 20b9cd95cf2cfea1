import { expect, test } from 'vitest';
import { quantity } from './quantity.ts';

test.each([
  [2_000_000, '元', '200 万元'],
  [1_999_999, '元', '1999999 元'],
  [0, '元', '0 元'],
  [5, '次', '5 次'],
  [7, '', '7'],
])('%d %s 写作 %s', (value, unit, shown) => expect(quantity(value, unit)).toBe(shown));

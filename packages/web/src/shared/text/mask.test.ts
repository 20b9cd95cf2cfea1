import { expect, test } from 'vitest';
import { maskId, maskName } from './mask.ts';

test('names and numbers are masked', () => {
  expect(maskName('张小三')).toBe('张*三');
  expect(maskName('张三')).toBe('张*');
  expect(maskName('欧阳小三')).toBe('欧**三');
  expect(maskId('210102198001011234')).toBe('2101**********1234');
  expect(maskId('12345')).toBe('*****');
});

import { expect, test } from 'vitest';
import { match } from './router.tsx';

test('paths', () => {
  expect(match('/', '/')).toEqual({});
  expect(match('/verify/:code', '/verify/A%2FB')).toEqual({ code: 'A/B' });
  expect(match('/verify/:code', '/verify')).toBeNull();
  expect(match('/policies', '/policy')).toBeNull();
});

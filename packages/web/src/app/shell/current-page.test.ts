import { expect, test } from 'vitest';
import { currentPage } from './current-page.ts';

const paths = ['/', '/office', '/office/meetings'];

test('an address belongs to the page with the longest path above it', () => {
  expect(currentPage(paths, '/office')).toBe('/office');
  expect(currentPage(paths, '/office/meetings/42/draw')).toBe('/office/meetings');
  expect(currentPage(paths, '/office/pool')).toBe('/office');
  expect(currentPage(paths, '/officers')).toBeNull();
  expect(currentPage(paths, '/')).toBe('/');
});

import { expect, test } from 'vitest';
import { safeTarget } from './login.tsx';

test('after signing in people stay on this site', () => {
  expect(safeTarget('?to=%2Fapp%2Foffice%3Fid%3D1')).toBe('/app/office?id=1');
  expect(safeTarget('')).toBe('/app/');
  for (const hostile of ['//evil.example', 'https://evil.example', '/app.evil', 'javascript:alert(1)', '/appx']) {
    expect(safeTarget(`?to=${encodeURIComponent(hostile)}`)).toBe('/app/');
  }
});

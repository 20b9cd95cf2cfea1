import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readingsPage } from './page.ts';

const ROOT = join(import.meta.dirname, '../..');

test('解读一览与政策包一致，没有一条换用无效而不说明', { timeout: 600_000 }, () => {
  const page = readingsPage(join(ROOT, 'policies'));
  const same = readFileSync(join(ROOT, 'docs/解读一览.md'), 'utf8') === page;
  expect(same ? '' : '请运行 node scripts/readings-page.ts').toBe('');
  expect(page).not.toContain('没有说明');
});

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** The classes a style sheet styles by themselves, wherever they stand. */
function classesOf(css: string): readonly string[] {
  const selectors = css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{};]+)\{/g);
  return [...selectors].flatMap(([, list = '']) => list.split(',').map((one) => one.trim()));
}

// Sheets are loaded with their pages and stay: two rules of one class would make a page look different after another one.
it.each(['public', 'app'])('a class has its rules in one sheet only (%s)', (entry) => {
  const sheets = globSync([`${entry}/**/*.css`, 'shared/**/*.css'], { cwd: import.meta.dirname });
  expect(sheets.length).toBeGreaterThan(5);
  const homes = new Map<string, Set<string>>();
  for (const sheet of sheets) {
    for (const selector of classesOf(readFileSync(join(import.meta.dirname, sheet), 'utf8'))) {
      if (!/^\.zp-[\w-]+$/.test(selector)) continue;
      homes.set(selector, (homes.get(selector) ?? new Set()).add(sheet));
    }
  }
  const shared = [...homes]
    .filter(([, where]) => where.size > 1)
    .map(([name, where]) => `${name}: ${[...where].join(', ')}`);
  expect(shared).toEqual([]);
});

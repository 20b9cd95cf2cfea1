import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ERROR_GROUPS, ERRORS } from '../../packages/contract/src/errors/index.ts';
import { errorsPage } from './page.ts';

const ROOT = join(import.meta.dirname, '../..');
const CATALOGUE = join('packages', 'contract', 'src', 'errors');
const entries = Object.entries(ERRORS);

/** The product's own sources: neither the catalogue nor tests. */
function sources(): readonly string[] {
  return ['core', 'contract', 'server', 'web', 'cli'].flatMap((name) => {
    const folder = join('packages', name, 'src');
    return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => join(folder, path))
      .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) && !path.startsWith(CATALOGUE));
  });
}

describe('the catalogue of errors', () => {
  it('is printed in docs/错误一览.md', () => {
    const same = readFileSync(join(ROOT, 'docs/错误一览.md'), 'utf8') === errorsPage();
    expect(same ? '' : '请运行 node scripts/errors-page.ts').toBe('');
  });

  it('holds each code once, under one heading', () => {
    const listed = ERROR_GROUPS.flatMap(({ errors }) => Object.keys(errors));
    expect(listed.toSorted()).toEqual(Object.keys(ERRORS).toSorted());
    expect(new Set(listed).size).toBe(listed.length);
  });

  it('holds no code that nothing answers', () => {
    const named = new Set<string>();
    for (const path of sources()) {
      for (const [, code = ''] of readFileSync(join(ROOT, path), 'utf8').matchAll(/'([A-Z][A-Z0-9_]+)'/g))
        named.add(code);
    }
    expect(Object.keys(ERRORS).filter((code) => !named.has(code))).toEqual([]);
  });

  it('says in Chinese what happened and asks for what to do now', () => {
    const wrong = entries.filter(
      ([, { message, what }]) =>
        /[。！!]$/.test(message) || !/\p{Script=Han}/u.test(message) || !/请.*。$/.test(what) || /[！!|]/.test(what),
    );
    expect(wrong.map(([code]) => code)).toEqual([]);
  });
});
